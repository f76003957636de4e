namespace Handhaving.Simulator.Scenario.Days;

/// <summary>How busy a day of the week is against the mean day.</summary>
public static class WeekCurve
{
    /// <summary>Percent of a week's reports per day: the same US city emergency centre (Tuesday to Friday 15.0-15.7, spread evenly here; Monday is the rest).</summary>
    private static readonly Dictionary<DayOfWeek, double> Shares = new()
    {
        [DayOfWeek.Monday] = 14.6,
        [DayOfWeek.Tuesday] = 15.0,
        [DayOfWeek.Wednesday] = 15.2,
        [DayOfWeek.Thursday] = 15.5,
        [DayOfWeek.Friday] = 15.7,
        [DayOfWeek.Saturday] = 13.0,
        [DayOfWeek.Sunday] = 11.0,
    };

    private static readonly double Mean = Shares.Values.Average();

    /// <summary>Highest factor of a day.</summary>
    public static double Peak { get; } = Shares.Values.Max() / Mean;

    /// <summary>Reports of this day over those of the mean day.</summary>
    public static double FactorOf(DayOfWeek day) => Shares[day] / Mean;

    /// <summary>The day of the week so many days later.</summary>
    public static DayOfWeek After(DayOfWeek day, int days) => (DayOfWeek)(((int)day + days) % 7);
}
