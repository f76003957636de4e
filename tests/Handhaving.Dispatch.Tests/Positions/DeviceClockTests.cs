using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Tests.Positions;

/// <summary>A device whose clock runs ahead keeps the order and the distance of its positions, and none lies in the future.</summary>
public sealed class DeviceClockTests
{
    private static readonly UnitName One = Given.Unit().Name;
    private static readonly UnitName Two = Given.Unit("b-2").Name;

    [Fact]
    public void Of_a_clock_ahead_the_newest_is_of_now_and_the_others_are_as_much_earlier() =>
        Assert.Equal([-7, 0, -90], Seconds(Fix(One, 23), Fix(One, 30), Fix(One, -60)));

    [Fact]
    public void The_clock_of_one_device_says_nothing_of_another() =>
        Assert.Equal([0, -5, -4], Seconds(Fix(One, 30), Fix(Two, -5), Fix(One, -4, FixSource.Radio)));

    [Fact]
    public void What_is_too_far_ahead_stays_and_sets_nothing_back() => Assert.Equal([61, 60 - 60], Seconds(Fix(One, 61), Fix(One, 60)));

    [Fact]
    public void A_clock_that_is_right_or_behind_stays_as_it_is() => Assert.Equal([0, -9], Seconds(Fix(One, 0), Fix(One, -9)));

    private static IEnumerable<double> Seconds(params UnitFix[] fixes) => DeviceClocks.SetBack(fixes, Given.Now).Select(fix => (fix.Fix.At - Given.Now).TotalSeconds);

    private static UnitFix Fix(UnitName unit, int second, FixSource source = FixSource.Device) => new(unit, new Fix(new Point(50.94, 5.79), Given.Now.AddSeconds(second), 5, null, source));
}
