using Handhaving.Simulator.Actors.Units;
using Xunit;

namespace Handhaving.Simulator.Tests.Actors.Units;

public sealed class ShiftTests
{
    [Theory]
    [InlineData(3, 0)]
    [InlineData(6, 1)]
    [InlineData(9, 1)]
    [InlineData(24, 4)]
    public void A_unit_has_a_break_in_each_five_and_a_half_hours(double hours, int breaks)
    {
        Assert.Equal(breaks, Shift.Breaks(1, "boa-0888-1", TimeSpan.FromHours(hours)).Count);
    }

    [Fact]
    public void Breaks_differ_between_units_and_never_between_runs()
    {
        var duration = TimeSpan.FromHours(24);

        Assert.Equal(Shift.Breaks(1, "boa-0888-1", duration), Shift.Breaks(1, "boa-0888-1", duration));
        Assert.NotEqual(Shift.Breaks(1, "boa-0888-1", duration), Shift.Breaks(1, "boa-0888-2", duration));
    }
}
