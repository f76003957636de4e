namespace Handhaving.Simulator.Scenario.Days;

/// <summary>How many reports an hour come in at a moment: level x day of the week x hour share, and a surge on top.</summary>
/// <param name="Level">Reports on the mean day, and its own burst rate if it has one.</param>
/// <param name="Weekday">Day of the week on which it begins.</param>
/// <param name="StartOfDay">Time of day at which it begins.</param>
/// <param name="Surge">The surge, or null.</param>
/// <param name="Factor">Times the usual rate during the surge.</param>
public sealed record DayRate(LoadLevel Level, DayOfWeek Weekday, TimeSpan StartOfDay, Surge? Surge, double Factor)
{
    /// <summary>A rate that is never exceeded.</summary>
    public double PeakPerHour => Math.Max(Level.BurstPerHour, Level.ReportsPerDay * WeekCurve.Peak * HourCurve.Peak * Math.Max(1, Factor));

    /// <summary>Reports an hour at this time since the start.</summary>
    public double PerHourAt(TimeSpan offset) => UsualAt(offset) + ExtraAt(offset);

    /// <summary>Share of the reports at this time that the surge brings.</summary>
    public double SurgeShareAt(TimeSpan offset) => ExtraAt(offset) / PerHourAt(offset);

    private double UsualAt(TimeSpan offset)
    {
        var time = StartOfDay + offset;
        return Level.ReportsPerDay * WeekCurve.FactorOf(WeekCurve.After(Weekday, time.Days)) * HourCurve.ShareAt(time);
    }

    private double ExtraAt(TimeSpan offset)
    {
        if (Surge is null || !Surge.IsOn(StartOfDay + offset))
            return 0;
        var usual = UsualAt(offset);
        return (Surge.IsBurst && Level.BurstPerHour > 0 ? Level.BurstPerHour : usual * Factor) - usual;
    }
}
