using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Competence;

/// <summary>When a person can be put to work (beschikbaarheid): absences and the days that the contract keeps free.</summary>
/// <param name="FixedFreeDays">Local weekdays that are free; a shift into one of them after midnight is no lesser breach than one that starts on it.</param>
public sealed record Availability(IReadOnlyList<Absence> Absences, IReadOnlySet<DayOfWeek> FixedFreeDays)
{
    /// <summary>Free on every part of the stretch.</summary>
    public bool Free(Interval time) => FirstAbsence(time) is null && FirstFreeDay(time) is null;

    /// <summary>The absence in the way that starts first, expected ones too.</summary>
    public Absence? FirstAbsence(Interval time) => Absences.Where(absence => absence.Touches(time)).MinBy(absence => absence.Time.Start);

    /// <summary>The first local day of the stretch that the contract keeps free.</summary>
    public DateOnly? FirstFreeDay(Interval time) =>
        DutchClock.Days(time.Start, time.End).Where(day => FixedFreeDays.Contains(day.DayOfWeek)).Select(day => (DateOnly?)day).FirstOrDefault();
}
