namespace Handhaving.Simulator.Scenario;

/// <summary>Moments at which reports come in: a Poisson process whose rate follows the hour curve, drawn by thinning (Lewis and Shedler 1979).</summary>
public static class Arrivals
{
    /// <summary>Offsets from the start, rising. A candidate of the peak rate stays with the chance (rate now / peak rate).</summary>
    public static IEnumerable<TimeSpan> Draw(Chance chance, double reportsPerDay, TimeSpan startOfDay, TimeSpan duration)
    {
        var meanSeconds = 3600 / (reportsPerDay * HourCurve.Peak);
        var offset = TimeSpan.FromSeconds(chance.Exponential(meanSeconds));
        for (; offset < duration; offset += TimeSpan.FromSeconds(chance.Exponential(meanSeconds)))
            if (chance.Next() * HourCurve.Peak < HourCurve.ShareAt(startOfDay + offset))
                yield return offset;
    }
}
