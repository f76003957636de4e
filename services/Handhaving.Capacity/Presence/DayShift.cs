using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Presence;

/// <summary>Part of a day in which people are on duty together.</summary>
public enum ShiftKind { Day = 1, Evening, Night }

/// <summary>A shift of a day, by the local clock: day from 7, evening from 15, night from 23.</summary>
/// <param name="Start">First hour, in UTC.</param>
/// <param name="End">The hour after the last one.</param>
public readonly record struct DayShift(ShiftKind Kind, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>The shift in which a moment lies. Where the clock changes a night has 7 or 9 hours.</summary>
    public static DayShift Of(DateTimeOffset moment)
    {
        var hour = DutchClock.HourOf(moment);
        var kind = KindOf(hour);
        var (start, end) = (hour.Start, hour.Start.AddHours(1));
        while (KindOf(DutchClock.HourOf(start.AddHours(-1))) == kind) start = start.AddHours(-1);
        while (KindOf(DutchClock.HourOf(end)) == kind) end = end.AddHours(1);
        return new(kind, start, end);
    }

    public DayShift Before() => Of(Start.AddHours(-1));

    public DayShift After() => Of(End);

    private static ShiftKind KindOf(LocalHour hour) => hour.Hour switch { >= 7 and < 15 => ShiftKind.Day, >= 15 and < 23 => ShiftKind.Evening, _ => ShiftKind.Night };
}
