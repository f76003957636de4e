using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Puts a decision on the agenda or withdraws it, under the lock of its conflict.</summary>
public sealed class ActOnDecision(CapacityDb db, DecisionQueries decisions, TimeProvider clock)
{
    public Task<TriangleDecision> PutOnAgendaAsync(DecisionName name, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        HandleAsync(name, null, (found, act) => found.PutOnAgenda(etag, act), call, request, cancellation);

    public Task<TriangleDecision> WithdrawAsync(DecisionName name, string reason, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        HandleAsync(name, reason, (found, act) => found.Withdraw(reason, etag, act), call, request, cancellation);

    private async Task<TriangleDecision> HandleAsync(DecisionName name, string? reason, Func<TriangleDecision, CaseAct, TriangleDecision> decide, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(name.Owner), cancellation);
        await work.LockAsync([(await decisions.FindAsync(name, cancellation)).LockName], cancellation);
        if (await work.AnswerAgainAsync<TriangleDecision>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var changed = decide(await decisions.FindAsync(name, cancellation), new(call.Caller.Subject, now));
        await DecisionRow.KeepAsync(work, changed, cancellation);
        work.TrailOf(name.Owner).Audit(AuditLine.Of(call, name.Value, now, changed.Version) with { ReasonText = reason ?? call.Reason });
        await work.CommitAsync(name.Owner, request, changed, cancellation);
        return changed;
    }
}
