using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Rosters.Keeping;

/// <summary>A roster by name after an act, as it is answered again; and where more is promised than there is since.</summary>
public sealed record RosterAnswer(DutyRosterName Name, IReadOnlyList<Shortage> Shortages);

/// <summary>One act on a roster, under the lock of the owner's people: a roster, a file and the strength that follows change one after the other.</summary>
public sealed class RosterWork(CapacityDb db, TimeProvider clock)
{
    /// <param name="decide">Decides and keeps.</param>
    public async Task<RosterAnswer> HandleAsync(DutyRosterName name, string reason, Func<UnitOfWork<CapacityDb>, PeopleAct, Task<IReadOnlyList<Shortage>>> decide, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await PeopleStore.LockAsync(work, name.Owner, cancellation);
        if (await work.FindAnswerAsync<RosterAnswer>(call.Owner, request, cancellation) is { } answered)
        {
            work.TrailOf(call.Owner).Audit(AuditLine.Of(call, answered.Name.Value, now).Again(now)); // of the roster that was begun then, not of the one that would be now
            await work.CommitAsync(cancellation);
            return answered;
        }
        var answer = new RosterAnswer(name, await decide(work, new(call.Caller.Subject, now)));
        work.TrailOf(name.Owner).Audit(AuditLine.Of(call, name.Value, now) with { ReasonText = reason.Length > 0 ? reason : call.Reason });
        await work.CommitAsync(call.Owner, request, answer, cancellation);
        return answer;
    }
}
