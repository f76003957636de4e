namespace Handhaving.Simulator.Scenario.Days;

/// <summary>How the reports of a day spread over its hours.</summary>
public static class HourCurve
{
    /// <summary>Percent of the police reports of a day per hour from 00 h: aggregates of a US city emergency centre, 14,288 incidents in 56 days (00, 01, 06 and 07 h filled in).</summary>
    private static readonly double[] Shares =
    [
        2.6, 2.1, 1.9, 1.7, 1.6, 1.8, 2.2, 3.8, 6.1, 6.5, 6.6, 6.2,
        5.9, 5.8, 5.8, 5.8, 5.7, 5.5, 4.3, 3.8, 3.4, 3.3, 3.8, 3.8,
    ];

    private static readonly double Total = Shares.Sum();

    /// <summary>Highest share of an hour, as a fraction of the day.</summary>
    public static double Peak { get; } = Shares.Max() / Total;

    /// <summary>Share of the day that falls in the hour of a moment, as a fraction.</summary>
    public static double ShareAt(TimeSpan timeOfDay) => Shares[(int)Math.Floor(timeOfDay.TotalHours) % 24] / Total;
}
