namespace Handhaving.Simulator.Scenario.Days;

/// <summary>Moments at which reports come in: a Poisson process whose rate changes, drawn by thinning (Lewis and Shedler 1979).</summary>
public static class Arrivals
{
    /// <summary>Offsets from the start, rising. A candidate of the peak rate stays with the chance (rate now / peak rate).</summary>
    public static IEnumerable<TimeSpan> Draw(Chance chance, DayRate rate, TimeSpan duration)
    {
        var meanSeconds = 3600 / rate.PeakPerHour;
        var offset = TimeSpan.FromSeconds(chance.Exponential(meanSeconds));
        for (; offset < duration; offset += TimeSpan.FromSeconds(chance.Exponential(meanSeconds)))
            if (chance.Next() * rate.PeakPerHour < rate.PerHourAt(offset))
                yield return offset;
    }
}
