using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.People.Teams;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Keeping;

/// <summary>Somebody after a change, and where more is promised than there is since.</summary>
public sealed record OfficerAnswer(Officer Officer, IReadOnlyList<Shortage> Shortages);

/// <summary>One act on somebody's file, under the lock of the owner's people: decided, kept, told, written down and answered in one transaction.</summary>
public sealed class PeopleWork(CapacityDb db, PeopleBook people, PeopleStore store, TimeProvider clock)
{
    /// <param name="decide">By what files may name, and who acts when.</param>
    public async Task<OfficerAnswer> HandleAsync(OfficerName name, Func<KnownStaff, PeopleAct, Task<OfficerChange>> decide, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await PeopleStore.LockAsync(work, name.Owner, cancellation);
        if (await work.AnswerAgainAsync<OfficerAnswer>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var act = new PeopleAct(call.Caller.Subject, now);
        var change = await decide(await people.KnownAsync(name.Owner, cancellation), act);
        var answer = new OfficerAnswer(change.After, await store.KeepAsync(work, name.Owner, [change], act, cancellation));
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name.Value, now, change.After.Version));
        await work.CommitAsync(call.Owner, request, answer, cancellation);
        return answer;
    }
}
