using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>Gives a parked message to its consumer again: claims it, publishes it outside any transaction, then commits that it was replayed.</summary>
/// <remarks>A crash in between leaves it parked, and it may be published once more: the inbox knows its id.</remarks>
public sealed class ReplayParked(DispatchDb db, Replay replay, TimeProvider clock)
{
    public async Task<ParkedMessage> HandleAsync(ParkedMessageName name, Call call, RequestKey request, CancellationToken cancellation)
    {
        ReplayClaim claim;
        await using (var work = await db.BeginAsync(TenantScope.Of(call), cancellation))
        {
            if (await work.AnswerAgainAsync<ParkedMessage>(call, request, name.Value, clock.GetUtcNow(), cancellation) is { } answered) return answered;
            claim = await ReplayClaim.TakeAsync(work.Connection, name, cancellation);
            await work.CommitAsync(cancellation);
        }
        await SendAsync(claim, call, cancellation);
        return await CommitAsync(claim, call, request, cancellation);
    }

    private async Task SendAsync(ReplayClaim claim, Call call, CancellationToken cancellation)
    {
        var sent = false;
        try
        {
            await replay.SendAsync(claim.Name.Consumer, claim.Name.MessageId, claim.Headers, claim.Body, cancellation);
            sent = true;
        }
        finally
        {
            if (!sent) await ReleaseAsync(claim, call);
        }
    }

    private async Task<ParkedMessage> CommitAsync(ReplayClaim claim, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var replayed = claim.Message with { ReplayedAt = now, ReplayedBy = call.Caller.Subject };
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await claim.MarkAsync(work.Connection, replayed, cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, claim.Name.Value, now));
        await work.CommitAsync(call.Owner, request, replayed, cancellation);
        return replayed;
    }

    // Also when the caller has gone: the next one need not wait for the end of the hold.
    private async Task ReleaseAsync(ReplayClaim claim, Call call)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), CancellationToken.None);
        await claim.ReleaseAsync(work.Connection, CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
    }
}
