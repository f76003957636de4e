using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Judging;

/// <summary>
/// Judges any roster, hand-made or found, straight from its problem. It shares no code with the search: what the search gets wrong, shows here.
/// The cost is that of the nurse rostering benchmark (schedulingbenchmarks.org): shortage, surplus and wishes, each times its weight.
/// </summary>
public static class RosterJudge
{
    public static Judgement Judge(RosterProblem problem, Roster roster)
    {
        RosterRules.SameSize.Require(roster.Employees == problem.Employees.Count);
        var breaches = new List<RosterBreach>();
        for (var place = 0; place < problem.Employees.Count; place++)
        {
            RosterRules.SameSize.Require(roster[place].Count == problem.Period.Days);
            breaches.AddRange(new RowJudge(problem, problem.Employees[place], roster[place]).Breaches());
        }
        return new(breaches, CostOf(problem, roster));
    }

    /// <summary>Shortage, surplus and wishes of a roster.</summary>
    public static RosterCost CostOf(RosterProblem problem, Roster roster)
    {
        long shortage = 0, surplus = 0;
        foreach (var cover in problem.Cover)
        {
            var kind = problem.PlaceOf(cover.Kind);
            var working = Enumerable.Range(0, roster.Employees).Count(e => roster[e][cover.Day] == kind);
            shortage += (long)Math.Max(0, cover.Wanted - working) * cover.UnderWeight;
            surplus += (long)Math.Max(0, working - cover.Wanted) * cover.OverWeight;
        }
        return new(shortage, surplus, problem.Wishes.Where(w => !ComesTrue(problem, roster, w)).Sum(w => (long)w.Weight));
    }

    /// <summary>What each soft term costs; they add up to the wishes of the judgement.</summary>
    public static IReadOnlyDictionary<SoftTerm, long> TermsOf(RosterProblem problem, Roster roster) =>
        problem.Wishes.Where(wish => !ComesTrue(problem, roster, wish)).GroupBy(wish => wish.Term).ToDictionary(wishes => wishes.Key, wishes => wishes.Sum(wish => (long)wish.Weight));

    private static bool ComesTrue(RosterProblem problem, Roster roster, ShiftWish wish) =>
        roster[problem.PlaceOf(wish.Employee)][wish.Day] == problem.PlaceOf(wish.Kind) == (wish.Wish == WishKind.Work);
}
