namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>Counts between which the calls of an hour are meant to lie in eight of ten such hours: those of a Poisson distribution with the mean that is forecast, a tenth of it beyond each end.</summary>
/// <remarks>Calls that bring each other about spread wider; how many hours truly lay in it stands beside the forecast.</remarks>
public readonly record struct CallInterval(int Low, int High)
{
    private const double Beyond = 0.1;
    private const double Normal = 1.2816; // of a standard normal distribution a tenth lies above it
    private const double LargestExact = 500;

    public bool Holds(int calls) => calls >= Low && calls <= High;

    /// <param name="mean">Calls forecast, 0 or more.</param>
    public static CallInterval Of(double mean)
    {
        if (mean > LargestExact) return new((int)Math.Floor(mean - Normal * Math.Sqrt(mean)), (int)Math.Ceiling(mean + Normal * Math.Sqrt(mean)));
        var (chance, count) = (Math.Exp(-mean), 0);
        var sum = chance;
        int? low = null;
        while (true)
        {
            if (sum >= Beyond) low ??= count;
            if (sum >= 1 - Beyond) return new(low ?? count, count);
            chance *= mean / ++count;
            sum += chance;
        }
    }
}
