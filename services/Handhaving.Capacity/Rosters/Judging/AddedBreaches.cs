using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Rosters.Judging;

/// <summary>Which breaches a change adds to those that stood: a breach that became smaller or shorter, or went, adds none; one at another time is another, whatever it takes the place of.</summary>
public static class AddedBreaches
{
    private const double Rounding = 1e-6;

    public static IReadOnlyList<RosterFinding> Of(IEnumerable<RosterFinding> before, IEnumerable<RosterFinding> after)
    {
        List<RosterFinding> stood = [.. before.Where(finding => finding.IsBreach)];
        List<RosterFinding> added = [];
        // The greatest first, each beside the smallest that is as great: so that none takes the place of another's.
        foreach (var breach in after.Where(finding => finding.IsBreach).OrderByDescending(Excess))
        {
            if (stood.Where(former => IsNoWorse(breach, former)).OrderBy(Excess).FirstOrDefault() is { } same) stood.Remove(same);
            else added.Add(breach);
        }
        return added;
    }

    private static bool IsNoWorse(RosterFinding now, RosterFinding former) => (now.RuleSet, now.Rule, now.Officer) == (former.RuleSet, former.Rule, former.Officer) && (former.Unit.Length > 0
        ? Overlap(now.Time, former.Time) && Excess(now) <= Excess(former) + Rounding
        : former.Time.Start <= now.Time.Start && now.Time.End <= former.Time.End);

    private static double Excess(RosterFinding finding) => Math.Abs(finding.Measured - finding.Limit);

    private static bool Overlap(Interval one, Interval other) => one.Start <= other.End && other.Start <= one.End; // a rest may have no length
}
