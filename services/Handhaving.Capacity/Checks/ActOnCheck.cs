using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Checks;

/// <summary>What an organisation says of a check that it was asked to.</summary>
public sealed record CheckSaid(bool Agrees, string Reason, IReadOnlyList<string> Units);

/// <summary>Answers a check that another planned, or cancels the own one, under the lock of the check.</summary>
public sealed class ActOnCheck(CapacityDb db, CheckQueries checks, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Those of <see cref="JointCheck.With"/>.</exception>
    /// <exception cref="NotFound">No check in which the organisation takes part.</exception>
    public Task<JointCheck> AnswerAsync(CheckName name, CheckSaid said, Call call, RequestKey request, CancellationToken cancellation) => HandleAsync(name, said.Reason, async now =>
    {
        var answered = (await checks.FindAsync(name, call.Owner, cancellation)).With(new(call.Owner, said.Agrees, said.Reason, said.Units, call.Caller.Subject, now));
        var row = await db.CheckAnswers.SingleOrDefaultAsync(answer => answer.JointCheck == name.Id && answer.Tenant == call.Owner.Value, cancellation);
        if (row is null) db.CheckAnswers.Add(row = new() { Tenant = call.Owner.Value, JointCheck = name.Id });
        row.Take(answered.Answers[^1]);
        return answered;
    }, call, request, cancellation);

    /// <exception cref="RuleBroken">CHECK_CANCELLED, CHECK_OVER.</exception>
    /// <exception cref="NotFound">No check that the organisation planned.</exception>
    public Task<JointCheck> CancelAsync(CheckName name, string reason, Call call, RequestKey request, CancellationToken cancellation) => HandleAsync(name, reason, async now =>
    {
        var cancelled = (await checks.FindAsync(name, call.Owner, cancellation)).Cancel(new(reason, call.Caller.Subject, now));
        (await db.Checks.SingleAsync(row => row.Tenant == name.Owner.Value && row.Id == name.Id, cancellation)).Take(cancelled);
        return cancelled;
    }, call, request, cancellation);

    private async Task<JointCheck> HandleAsync(CheckName name, string reason, Func<DateTimeOffset, Task<JointCheck>> act, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)); // as finely as it is kept
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([name.Value], cancellation);
        if (await work.AnswerAgainAsync<JointCheck>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var changed = await act(now);
        await db.SaveChangesAsync(cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name.Value, now) with { ReasonText = reason });
        await work.CommitAsync(call.Owner, request, changed, cancellation);
        return changed;
    }
}
