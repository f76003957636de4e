using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Ranking;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>Units in the index and questions about them.</summary>
internal static class Fleets
{
    public static readonly TenantId Team = new("westelijke-mijnstreek");
    public static readonly RecommendationTerms Terms = new(Given.AllowedEquipment, new(2, [3, 5, 10, 20, 30]), 30);

    /// <summary>The neighbours whose units the caller may see, and the caller's own tenants.</summary>
    public static readonly Reach Region = new(new HashSet<TenantId> { new("0888"), new("0971"), Team }, new HashSet<TenantId> { new("0888"), Team }, CrossesBorders: false, RestrictedReach.None);

    public static readonly Reach Everywhere = Region with { CrossesBorders = true };

    public static FleetUnit Of(UnitOnDuty unit, string home = "0888") => new(unit, Team, home);

    /// <summary>A unit on a job of some priority elsewhere.</summary>
    public static FleetUnit Busy(UnitOnDuty unit, SlotUse use, int priority, string municipality = "0888") =>
        Of(unit) with { Slot = new(new AssignmentName(new IncidentName(municipality, Given.Id(77)), Given.Id(78)), use, priority) };

    public static FleetUnit Foreign(string id = "f-1") =>
        new(Given.Unit(id, crew: [[Given.Appointment(territory: ["0888", "0882"])]]) with { Name = new UnitName($"municipalities/0882/units/{id}") }, new TenantId("brunssum-landgraaf"), "0882") { OwnerName = "Landgraaf" };

    public static Question Ask(IncidentType? type = null, int priority = 3, Reach? reach = null, int limit = 10, int wanted = 1, int rejections = 200, Incident? incident = null, AssignmentRole role = AssignmentRole.Primary)
    {
        var asked = (incident ?? Given.Incident()) with { Priority = priority, PendingSince = Given.Now };
        return new(asked, asked.Demand(type ?? Given.Parking, role, Given.AllowedEquipment), reach ?? Region, Terms, new(role, limit, wanted, rejections), Given.Now);
    }

    public static Fix Fix(Point point, int secondsAgo = 10) => new(point, Given.Now.AddSeconds(-secondsAgo), 5, null);

    /// <summary>Ranks units through the index.</summary>
    public static UnitRecommendation Rank(Question question, params (FleetUnit Unit, Fix? Fix)[] units)
    {
        var positions = new UnitPositions(TimeSpan.FromSeconds(60));
        using var fleet = Filled(positions, units);
        return UnitRanking.Rank(question, new FleetSearch(fleet).Find(question, question.Wish.Limit), Given.Id(9), "centralist-1");
    }

    public static UnitFleet Filled(UnitPositions positions, IReadOnlyList<(FleetUnit Unit, Fix? Fix)> units)
    {
        var fleet = new UnitFleet(positions);
        fleet.ReplaceAll([.. units.Select(unit => unit.Unit)]);
        foreach (var (unit, fix) in units)
            if (fix is not null) positions.Take(unit.Unit.Name, fix);
        return fleet;
    }

    /// <summary>What judging every unit by itself brings: no grid, no kept verdict, no count kept.</summary>
    public static UnitRecommendation RankByForce(Question question, IReadOnlyList<(FleetUnit Unit, Fix? Fix)> units)
    {
        var covered = units.Where(pair => question.Reach.Covers(pair.Unit)).ToList();
        var free = units.Where(pair => pair.Unit.IsFree).GroupBy(pair => pair.Unit.HomeArea).ToDictionary(area => area.Key, area => area.Count());
        var judged = covered.Select(pair => Judge(question, pair.Unit, pair.Fix, free.GetValueOrDefault(pair.Unit.HomeArea))).ToList();
        var counting = new Counting(question.Reach);
        foreach (var candidate in judged) counting.Add(Verdict.Of(candidate.Unit, question.DemandOn(candidate.Travel), question.Incident.Priority, question.Now), candidate.Judgement, 1);
        var near = judged.Where(candidate => !candidate.Fits).OrderBy(candidate => question.Place is { } place ? candidate.Unit.PlaceAt(candidate.Fix, question.Now).MetersTo(place) : 0)
            .ThenBy(candidate => candidate.Unit.Unit.CallSign, StringComparer.Ordinal).ThenBy(candidate => candidate.Unit.Unit.Name.Value, StringComparer.Ordinal);
        return UnitRanking.Rank(question, new([.. judged.Where(candidate => candidate.Fits)], [.. near.Take(question.Wish.MostRejections)], counting.Tally), Given.Id(9), "centralist-1");
    }

    private static Candidate Judge(Question question, FleetUnit unit, Fix? fix, int freeAtHome)
    {
        var known = fix?.At >= unit.Unit.SignedOnAt ? fix : null;
        return Candidate.Of(question, Verdict.Of(unit, question.DemandOn(question.TravelOf(unit, known)), question.Incident.Priority, question.Now), known, freeAtHome);
    }
}
