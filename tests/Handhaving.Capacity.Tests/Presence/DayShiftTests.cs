using Handhaving.Capacity.Presence;

namespace Handhaving.Capacity.Tests.Presence;

/// <summary>Shifts by the local clock, also in the nights in which it changes.</summary>
public sealed class DayShiftTests
{
    [Theory]
    [InlineData("2026-11-30T06:30:00Z", ShiftKind.Day, "2026-11-30T06:00:00Z", "2026-11-30T14:00:00Z")]
    [InlineData("2026-11-30T14:00:00Z", ShiftKind.Evening, "2026-11-30T14:00:00Z", "2026-11-30T22:00:00Z")]
    [InlineData("2026-11-30T23:59:00Z", ShiftKind.Night, "2026-11-30T22:00:00Z", "2026-12-01T06:00:00Z")]
    [InlineData("2026-03-29T00:30:00Z", ShiftKind.Night, "2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z")]
    [InlineData("2026-10-25T01:30:00Z", ShiftKind.Night, "2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z")]
    public void A_moment_lies_in_one_shift(string moment, ShiftKind kind, string start, string end) =>
        Assert.Equal(new DayShift(kind, At(start), At(end)), DayShift.Of(At(moment)));

    [Fact]
    public void Shifts_follow_each_other_without_a_gap()
    {
        var shift = DayShift.Of(At("2026-10-24T12:00:00Z"));

        for (var count = 0; count < 9; count++)
        {
            Assert.Equal(shift, shift.After().Before());
            Assert.Equal(shift.End, shift.After().Start);
            shift = shift.After();
        }
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
