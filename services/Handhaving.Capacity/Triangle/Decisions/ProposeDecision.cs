using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>What is proposed.</summary>
/// <param name="Displaced">For Displace; none = those that the options name.</param>
public sealed record DecisionProposed(OptionKind Kind, IReadOnlyList<ReservationName> Displaced, string AssistanceTeam, Interval Validity, string Motive);

/// <summary>Makes a draft of a decision about a conflict, with its effects as they are now.</summary>
public sealed class ProposeDecision(CapacityDb db, ConflictQueries conflicts, SituationStore situations, TimeProvider clock)
{
    private static readonly TimeSpan LongestValidity = TimeSpan.FromDays(366);

    public async Task<TriangleDecision> HandleAsync(ConflictName name, DecisionProposed proposed, Call call, RequestKey request, CancellationToken cancellation)
    {
        proposed.Validity.Require(LongestValidity);
        TriangleRules.AboutConflict.Require(Suggestions.Kinds.Contains(proposed.Kind));
        TriangleRules.AssistanceNamed.Require(proposed.AssistanceTeam.Length > 0 == proposed.Kind is OptionKind.Assistance);
        TriangleRules.DisplacedNamed.Require(proposed.Displaced.Count == 0 || proposed.Kind is OptionKind.Displace);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(name.Owner), cancellation);
        if (await work.AnswerAgainAsync<TriangleDecision>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        TriangleRules.StillHolds.Require(proposed.Validity.End > now);
        var situation = await situations.ReadAsync(await conflicts.FindAsync(name, cancellation), cancellation);
        TriangleRules.ConflictOpen.Require(situation.IsOpenAt(now));
        var option = Suggestions.Of(situation, ChoiceOf(situation, proposed, now), now);
        TriangleRules.OptionFeasible.Require(option.Effects.Feasible, Obstacles.WordsOf(option.Effects.Obstacle));
        RequireOwnPeople(name, option, situation);
        var outside = option.Effects.OutsideOf(proposed.Validity);
        TriangleRules.Covers.Require(outside is null, outside is { } uncovered ? DutchTimes.WordsOf(uncovered) : []);
        var seats = VotingRule.SeatsOf(name.Owner, situation.Asked?.Tenant, option.Effects.Displaced.Select(displaced => displaced.Tenant));
        var decision = TriangleDecision.Draft(name.Owner, option, proposed.Validity, proposed.Motive, seats, new(call.Caller.Subject, now)) with { Conflict = name };
        await DecisionRow.KeepAsync(work, decision, cancellation);
        work.TrailOf(name.Owner).Audit(AuditLine.Of(call, decision.Name.Value, now, decision.Version) with { ReasonText = proposed.Motive });
        await work.CommitAsync(name.Owner, request, decision, cancellation);
        return decision;
    }

    // A reservation makes place whole: what a municipality decides about its BOAs takes back no police, of whom the driehoek decides.
    private static void RequireOwnPeople(ConflictName name, WeighedOption option, Situation situation)
    {
        if (!name.Owner.IsMunicipality) return;
        var mixed = situation.Competing.FirstOrDefault(reservation => option.Effects.Displaced.Contains(reservation.Name) && reservation.Lines.Any(line => line.GrantedBy is { IsMunicipality: false }));
        TriangleRules.OwnPeople.Require(mixed is null, ("name", mixed?.Name.Value ?? ""));
    }

    private static DecisionChoice ChoiceOf(Situation situation, DecisionProposed proposed, DateTimeOffset now)
    {
        var choice = Suggestions.Choose(situation, proposed.Kind, now) with { AssistanceTeam = proposed.AssistanceTeam };
        if (proposed.Displaced.Count == 0) return choice;
        var others = situation.Competing.Where(reservation => reservation.Case != situation.AskedOne?.Case).Select(reservation => reservation.Name).ToHashSet();
        foreach (var named in proposed.Displaced) TriangleRules.Competing.Require(others.Contains(named), ("name", named.Value));
        return choice with { Displaced = proposed.Displaced };
    }
}
