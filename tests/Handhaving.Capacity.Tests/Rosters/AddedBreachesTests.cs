using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Judging;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>A roster that breaks the law can be made less wrong, part by part, and not more wrong.</summary>
public sealed class AddedBreachesTests
{
    private static readonly PlannedShift Long = Given.Shift(Given.A, 3, 8, 22);
    private static readonly PlannedShift AlsoLong = Given.Shift(Given.B, 7, 8, 22);

    [Fact]
    public void A_breach_that_goes_or_becomes_smaller_adds_none_while_another_stands()
    {
        Assert.Empty(Added([Long, AlsoLong], [AlsoLong]));
        Assert.Empty(Added([Long, AlsoLong], [Given.Shift(Given.A, 3, 8, 21), AlsoLong]));
        Assert.Empty(Added([Given.Shift(Given.A, 3, 8, 16), Given.Shift(Given.A, 3, 20, 24), AlsoLong], [Given.Shift(Given.A, 3, 8, 16), Given.Shift(Given.A, 3, 21, 24), AlsoLong]));
    }

    [Fact]
    public void A_breach_that_grows_or_takes_the_place_of_another_is_added()
    {
        Assert.Equal(["shift-length"], Added([Long], [Given.Shift(Given.A, 3, 7, 22)]).Where(rule => rule == "shift-length"));
        Assert.Contains("shift-length", Added([Long], [Given.Shift(Given.A, 9, 8, 22)]));
        Assert.Contains("shift-length", Added([Long], [Given.Shift(Given.B, 3, 8, 22)]));
        Assert.Contains("shift-length", Added([Long], [Long, AlsoLong]));
    }

    [Fact]
    public void What_is_not_measured_may_become_shorter_and_lie_nowhere_else()
    {
        PlannedShift first = Given.Shift(Given.A, 3, 8, 16), over = Given.Shift(Given.A, 3, 14, 18);

        Assert.Empty(Added([first, over], [first, Given.Shift(Given.A, 3, 15, 18)]));
        Assert.Contains("overlap", Added([first, over], [first, Given.Shift(Given.A, 3, 13, 17)]));
    }

    private static IEnumerable<string> Added(PlannedShift[] before, PlannedShift[] after) =>
        AddedBreaches.Of(RosterLaw.Findings(Given.Draft(before), Given.Known()), RosterLaw.Findings(Given.Draft(after), Given.Known())).Select(finding => finding.Rule);
}
