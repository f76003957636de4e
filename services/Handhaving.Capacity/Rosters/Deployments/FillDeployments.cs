using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Rosters.Deployments;

/// <summary>Puts shifts that serve nothing yet to promises that miss people, without moving anybody's hours.</summary>
/// <remarks>
/// From left to right, at each block that misses somebody the shift that reaches furthest within the promise: for one promise the fewest shifts that do (interval multicover). Of shifts that reach
/// equally far the one that ends first, so that longer ones are left for later promises.
/// </remarks>
public static class FillDeployments
{
    /// <param name="promises">In the order in which they are served.</param>
    /// <param name="there">Shifts of other rosters that are put to a promise already.</param>
    /// <returns>The shifts that serve a promise since.</returns>
    public static IReadOnlyList<PlannedShift> Of(IReadOnlyList<PromisedPeople> promises, IReadOnlyList<PlannedShift> shifts, ILookup<DeploymentName, Interval> there, DateTimeOffset now)
    {
        List<PlannedShift> free = [.. shifts.Where(shift => shift.Deployment is null && shift.Time.Start > now)];
        List<PlannedShift> filled = [];
        foreach (var promise in promises)
        {
            List<Interval> times = [.. there[promise.Name], .. shifts.Where(shift => shift.Deployment == promise.Name).Select(shift => shift.Time)];
            var fitting = free.Where(shift => shift.Function == promise.Function).ToList();
            foreach (var block in promise.Time.Blocks())
                while (times.Count(time => DeploymentCover.Covers(time, block)) < promise.Count && Best(fitting, promise, block, times) is { } shift)
                {
                    times.Add(shift.Time);
                    fitting.Remove(shift);
                    free.Remove(shift);
                    filled.Add(shift with { Deployment = promise.Name });
                }
        }
        return filled;
    }

    // A shift that would make one too many later on is left out: what was promised is not gone beyond.
    private static PlannedShift? Best(List<PlannedShift> fitting, PromisedPeople promise, DateTimeOffset block, List<Interval> times) =>
        fitting.Where(shift => DeploymentCover.Covers(shift.Time, block) && !DeploymentCover.Of(promise, [.. times, shift.Time]).IsOver)
            .OrderByDescending(shift => shift.Time.End < promise.Time.End ? shift.Time.End : promise.Time.End).ThenBy(shift => shift.Time.End).ThenBy(shift => shift.Officer.Value, StringComparer.Ordinal).ThenBy(shift => shift.Id).FirstOrDefault();
}
