using Handhaving.Capacity.Rostering.Gaps;
using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Solving;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>What the law as a whole bars is taken out of what a search found, and said where a shift stays open for it.</summary>
public sealed class LawfulPartTests
{
    [Fact]
    public void A_shift_too_soon_after_a_series_of_nights_is_taken_out_and_stays_open_for_want_of_rest()
    {
        ShiftTemplate[] kinds = [new("nacht", "boa-1", "", "", new(23, 0), TimeSpan.FromHours(8), null), new("laat", "boa-1", "", "", new(22, 0), TimeSpan.FromHours(7), null)];
        var problem = new SolveProblem(Given.Draft(), Given.Known(), new(kinds, [new(new(2026, 12, 6), "laat", 1, 100)], 1, 1), null);
        PlannedShift[] found = [Given.Shift(Given.A, 2, 23, 31), Given.Shift(Given.A, 3, 23, 31), Given.Shift(Given.A, 4, 23, 31), Given.Shift(Given.A, 6, 22, 29)];

        var kept = LawfulPart.Of(Given.Draft(), found, Given.Known());
        var open = OpenShifts.Of(problem.Without(found.Except(kept)), problem.RosterOf(kept)).Single(open => open.Missing > 0);

        Assert.Equal(found[..3], kept);
        Assert.Equal(1, open.Reasons[GapReason.Rest]);
        Assert.Equal(open.Qualified, open.Reasons.Values.Sum());
    }
}
