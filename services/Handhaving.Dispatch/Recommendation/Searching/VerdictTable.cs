using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Recommendation.Searching;

/// <summary>Verdicts on units for one demand, kept while a unit stays as it is: of thousands of units few change between two questions.</summary>
/// <remarks>Any number of threads may ask; two may judge the same unit, and one of the equal verdicts stays.</remarks>
internal sealed class VerdictTable(TaskDemand demand, int priority)
{
    // So few are looked at one by one sooner than found among all that is near.
    private const int MostListed = 256;

    private static readonly IncidentName NoIncident = new("", Guid.Empty);
    private volatile Verdict?[] verdicts = [];
    private volatile Counted? counted;

    public Verdict Of(int place, FleetUnit unit, DateTimeOffset now)
    {
        var held = verdicts;
        if (place < held.Length && held[place] is { } known && ReferenceEquals(known.Unit, unit) && now < known.Until) return known;
        if (place >= held.Length)
        {
            Array.Resize(ref held, Math.Max(place + 1, 2 * held.Length));
            verdicts = held;
        }
        return held[place] = Verdict.Of(unit, demand, priority, now);
    }

    /// <summary>Counts all units in reach; anew only when one changed.</summary>
    public Headcount Count(FleetState fleet, Reach reach, Incident incident, DateTimeOffset now)
    {
        var last = counted;
        if (last is null || last.Version != fleet.Version || now >= last.Until || !last.Reach.IsSame(reach)) counted = last = CountAll(fleet, reach, now);
        return last.Held.TryGetValue(incident.Name, out var onIt) ? SeenBy(onIt, last.All, reach, fleet, now) : last.All;
    }

    private Counted CountAll(FleetState fleet, Reach reach, DateTimeOffset now)
    {
        var until = DateTimeOffset.MaxValue;
        var counting = new Counting(reach);
        List<int> rejected = [];
        List<(Units.UnitKind, DateTimeOffset, int)> ending = [];
        Dictionary<IncidentName, List<int>> held = [];
        fleet.VisitAll((place, unit, _) =>
        {
            if (!reach.Covers(unit)) return;
            var verdict = Of(place, unit, now);
            if (verdict.Until < until) until = verdict.Until;
            var judgement = reach.Judge(verdict, NoIncident);
            counting.Add(verdict, judgement, 1);
            if (unit.Unit.Duty.EndsAt is { } end) ending.Add((unit.Unit.Kind, end, place));
            if (!Verdict.IsFit(judgement) && rejected.Count <= MostListed) rejected.Add(place);
            if (unit.Slot is not { } slot) return;
            if (held.TryGetValue(slot.Assignment.Incident, out var others)) others.Add(place);
            else held[slot.Assignment.Incident] = [place];
        });
        return new(fleet.Version, reach, until, new(counting.Tally, rejected.Count <= MostListed ? rejected : null) { Ending = new(ending) }, held);
    }

    // The units on the incident itself were counted as busy elsewhere.
    private Headcount SeenBy(List<int> onIt, Headcount all, Reach reach, FleetState fleet, DateTimeOffset now)
    {
        var counting = new Counting(reach, all.Tally);
        foreach (var verdict in onIt.Select(place => Of(place, fleet.At(place).Unit, now)))
        {
            counting.Add(verdict, reach.Judge(verdict, NoIncident), -1);
            counting.Add(verdict, Judgement.OnItAlready, 1);
        }
        return all with { Tally = counting.Tally, Rejected = all.Rejected is null ? null : [.. all.Rejected.Union(onIt)] };
    }

    private sealed record Counted(long Version, Reach Reach, DateTimeOffset Until, Headcount All, Dictionary<IncidentName, List<int>> Held);
}

/// <summary>How many units there are for one incident, and where in the index those are that do not fit.</summary>
/// <param name="Rejected">Null when they are many.</param>
internal sealed record Headcount(Tally Tally, IReadOnlyList<int>? Rejected)
{
    /// <summary>Of units whose duty has an end, fitting or not.</summary>
    public required DutyEnds Ending { get; init; }
}
