using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Competence;

/// <summary>Why somebody is not there; the medical reason has no place here and is never stored.</summary>
public enum AbsenceKind { Leave = 1, Sick, LongTermSick, Training, LentOut, Restricted, NightExemption }

/// <summary>How sure it is.</summary>
public enum AbsenceCertainty { Expected = 1, Confirmed }

/// <summary>A stretch in which a person cannot be put to work (part of beschikbaarheid).</summary>
public sealed record Absence(AbsenceKind Kind, Interval Time, AbsenceCertainty Certainty)
{
    private static readonly TimeOnly NightEnds = new(6, 0);

    /// <summary>In the way of the stretch; an exemption from nights only of work between 00:00 and 06:00.</summary>
    public bool Touches(Interval time) => Time.Start < time.End && time.Start < Time.End && (Kind is not AbsenceKind.NightExemption || TouchesNight(Max(time.Start, Time.Start), Min(time.End, Time.End)));

    private static bool TouchesNight(DateTimeOffset start, DateTimeOffset end) => DutchClock.Days(start, end).Any(day => start < DutchClock.At(day, NightEnds) && DutchClock.Midnight(day) < end);

    private static DateTimeOffset Max(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    private static DateTimeOffset Min(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}
