using System.Diagnostics;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Votes about a decision. The vote that completes it carries it out in the same transaction, under the locks of all cases on the conflict and of their blocks, with its effects computed again.</summary>
public sealed class CastVote(CapacityDb db, DecisionQueries decisions, ConflictQueries conflicts, SituationStore situations, TimeProvider clock)
{
    public async Task<TriangleDecision> HandleAsync(DecisionName name, Ballot ballot, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // The owner's scope: a mayor of a municipality of the team has the vote, and what it brings about is written as the team's.
        await using var work = await db.BeginAsync(TenantScope.Of(name.Owner), cancellation);
        var seen = await decisions.FindAsync(name, cancellation);
        var seats = await Voters.SeatsAsync(db, seen, ballot.Role, call.Caller, cancellation);
        var situation = seen.Conflict is { } conflict ? await situations.LockAsync(work, await conflicts.FindAsync(conflict, cancellation), seen.Choice, cancellation) : null;
        if (situation is null) await work.LockAsync([seen.LockName], cancellation);
        // Under the locks: a retry waits for the first of its kind, and is answered as that was.
        if (await work.AnswerAgainAsync<TriangleDecision>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var act = new CaseAct(call.Caller.Subject, clock.GetUtcNow());
        var voted = (await decisions.FindAsync(name, cancellation)).Cast(ballot, seats, act);
        TriangleRules.ConflictOpen.Require(situation?.IsOpenAt(act.At) is not false);
        if (situation is not null && ballot.Stance is Stance.For && !voted.IsCarried) voted.RequireUpToDate(Weighing.Of(situation, voted.Choice, voted.Name, act).Effects);
        var decision = await KeepAsync(work, voted, situation, call, act, cancellation);
        work.TrailOf(name.Owner).Audit(AuditLine.Of(call, name.Value, now, decision.Version) with { ReasonText = ballot.Motive });
        await work.CommitAsync(name.Owner, request, decision, cancellation);
        return decision;
    }

    private static Task<TriangleDecision> KeepAsync(UnitOfWork<CapacityDb> work, TriangleDecision voted, Situation? situation, Call call, CaseAct act, CancellationToken cancellation)
    {
        if (!voted.IsCarried) return KeepAsync(work, voted, cancellation);
        return situation is null ? LowerWaterline.ExecuteAsync(work, voted, act, cancellation) : ExecuteAsync(work, voted, situation, call, act, cancellation);
    }

    private static async Task<TriangleDecision> ExecuteAsync(UnitOfWork<CapacityDb> work, TriangleDecision voted, Situation situation, Call call, CaseAct act, CancellationToken cancellation)
    {
        var weighed = Weighing.Of(situation, voted.Choice, voted.Name, act);
        var decision = await KeepAsync(work, voted.Execute(weighed.Effects), cancellation);
        await CaseStore.KeepAsync(work, weighed.Changes, decision.Name, cancellation);
        var changed = weighed.Changes.SelectMany(change => change.Changed).ToList();
        foreach (var (told, index) in changed.Select(reservation => reservation.Name.Tenant).Prepend(decision.Name.Owner).Concat(decision.Effects.NotDone.Select(one => one.Owner)).Distinct().Select((told, index) => (told, index)))
            work.AlsoTrailOf(told).Publish(Guid.CreateVersion7(act.At), decision.Name.Value, index + 1, new TriangleDecided(decision.Name.Value, decision.Conflict?.Value ?? "", told.Value, $"{decision.Choice.Kind}", index + 1, act.At), Activity.Current);
        foreach (var reservation in changed)
            work.TrailOf(reservation.Name.Tenant).Audit(AuditLine.Of(call, reservation.Name.Value, act.At, reservation.Version) with { ObjectType = "reservation", ReasonText = decision.Motive });
        return decision;
    }

    private static async Task<TriangleDecision> KeepAsync(UnitOfWork<CapacityDb> work, TriangleDecision decision, CancellationToken cancellation)
    {
        await DecisionRow.KeepAsync(work, decision, cancellation);
        return decision;
    }
}
