using Handhaving.Dispatch.Recommendation.Travel;

namespace Handhaving.Dispatch.Recommendation.Searching;

/// <summary>Units whose duty lasts for the task itself and not for the way to it as well: that depends on where they are, so no table of verdicts keeps it.</summary>
/// <param name="All">The count of all units in reach, with these for what they are.</param>
internal sealed record LateUnits(Headcount All, IReadOnlyDictionary<int, Verdict> ByPlace)
{
    private static readonly Dictionary<int, Verdict> Nobody = [];

    public Verdict? Find(int place) => ByPlace.GetValueOrDefault(place);

    public static LateUnits Of(Question question, VerdictTable table, Fleet.FleetState fleet)
    {
        var all = table.Count(fleet, question.Reach, question.Incident, question.Now);
        if (question.Demand.Stay == TimeSpan.Zero || question.Place is not { } to) return new(all, Nobody);
        var counting = new Counting(question.Reach, all.Tally);
        Dictionary<int, Verdict> late = [];
        foreach (var place in MaybeLate(question, all.Ending, fleet.FarthestMeters(to)))
        {
            var (unit, fix) = fleet.At(place);
            var demand = question.DemandOn(question.TravelOf(unit, fix));
            if (unit.Unit.Duty.IsOver(question.Now + demand.Stay) || !unit.Unit.Duty.IsOver(question.Now + demand.DutyNeeded)) continue;
            var (before, verdict) = (table.Of(place, unit, question.Now), Verdict.Of(unit, demand, question.Incident.Priority, question.Now));
            counting.Add(before, question.Reach.Judge(before, question.Incident.Name), -1);
            counting.Add(verdict, question.Reach.Judge(verdict, question.Incident.Name), 1);
            late[place] = verdict;
        }
        return late.Count == 0 ? new(all, Nobody) : new(all with { Tally = counting.Tally, Rejected = all.Rejected is null ? null : [.. all.Rejected.Union(late.Keys)] }, late);
    }

    // Nobody is longer on the way than from the farthest place where a unit is: whose duty lasts beyond that is not looked at.
    private static IEnumerable<int> MaybeLate(Question question, DutyEnds ends, double farthestMeters)
    {
        var done = question.Now + question.Demand.Stay;
        return ends.Kinds.SelectMany(kind => ends.Between(kind, done, done + TravelTime.LongestAt(farthestMeters, kind)));
    }
}
