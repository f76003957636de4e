using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Replanning;

/// <summary>
/// A problem around a published roster: what the notice period holds is pinned, every other difference costs <paramref name="changeWeight"/>, so that the
/// fewest changes win among rosters of equal cost. A shift that its person may no longer work becomes free, within notice too; that person's fewest minutes,
/// shortest run and shortest free days no longer bind, for the absence and not the plan is what breaks them.
/// </summary>
/// <param name="problem">The problem as it is now: absences, pins and cover that changed since publication included.</param>
/// <param name="changeWeight">Cost of one changed day, in the weights of the problem.</param>
public sealed class Replan(RosterProblem problem, Roster published, NoticePeriod notice, int changeWeight)
{
    /// <summary>The problem to give to a solver; a cost of it holds the changes too, so judge the outcome by the problem of now.</summary>
    public RosterProblem ToProblem()
    {
        RosterRules.SameSize.Require(published.Employees == problem.Employees.Count && Enumerable.Range(0, published.Employees).All(e => published[e].Count == problem.Period.Days));
        RosterRules.Number.Require(changeWeight >= 0, ("name", nameof(changeWeight)));
        return new(problem.Period, problem.Kinds, [.. problem.Employees.Select(Held)], problem.Cover, [.. problem.Wishes, .. Stays()]);
    }

    /// <summary>What a new roster changes, by person and day.</summary>
    public IReadOnlyList<RosterChange> Changes(Roster replanned) =>
    [
        .. from employee in problem.Employees
           from day in Enumerable.Range(0, problem.Period.Days)
           let before = published.On(problem, employee.Name, day)
           let after = replanned.On(problem, employee.Name, day)
           where before != after
           select new RosterChange(employee.Name, day, before, after, day < notice.FirstOpenDay),
    ];

    private RosterEmployee Held(RosterEmployee employee)
    {
        var lost = Enumerable.Range(0, problem.Period.Days).Where(day => Lost(employee, day)).ToHashSet();
        var pinned = employee.Pins.Select(p => p.Day).ToHashSet();
        var held = Enumerable.Range(0, problem.Period.Days).Where(day => !pinned.Contains(day) && notice.Holds(employee.Name, day))
            .Select(day => new PinnedDay(day, lost.Contains(day) ? null : published.On(problem, employee.Name, day)));
        return employee with { Limits = lost.Count > 0 ? Eased(employee.Limits) : employee.Limits, Pins = [.. employee.Pins, .. held] };
    }

    private bool Lost(RosterEmployee employee, int day) =>
        published.On(problem, employee.Name, day) is { } kind && employee.Exclusions.Any(x => x.Day == day && (x.Kind is null || x.Kind == kind));

    private static WorkLimits Eased(WorkLimits limits) =>
        limits with { Minutes = limits.Minutes with { Fewest = 0 }, Run = limits.Run with { Fewest = 1 }, ShortestFree = 1 };

    // A worked day costs when that shift goes; a free day costs when any shift comes.
    private IEnumerable<ShiftWish> Stays() =>
        from employee in problem.Employees
        from day in Enumerable.Range(problem.Period.HistoryDays, problem.Period.Days - problem.Period.HistoryDays)
        let stays = published.On(problem, employee.Name, day)
        from kind in problem.Kinds
        where stays is null || stays == kind.Name
        select new ShiftWish(employee.Name, day, kind.Name, changeWeight, stays is null ? WishKind.NotWork : WishKind.Work);
}
