namespace Handhaving.Capacity.Queueing.Reserves;

/// <summary>From the cut-off number at work until one less, while high priority alone enters; in mean service times.</summary>
/// <param name="ShareAllBusy">Part of it in which all units are busy.</param>
internal readonly record struct ClosedPeriod(double Mean, double SecondMoment, double ShareAllBusy)
{
    // First passage times of a birth-death chain, from the top down: above c it is the busy period of M/M/1 with rate c.
    internal static ClosedPeriod Of(double erlangs, int units, int cutoff)
    {
        var mean = 1 / (units - erlangs);
        var second = 2.0 * units / Math.Pow(units - erlangs, 3);
        var allBusySeconds = mean;
        for (var busy = units - 1; busy >= cutoff; busy--)
        {
            var (total, up) = (erlangs + busy, erlangs / (erlangs + busy));
            var above = mean;
            mean = (1 + erlangs * above) / busy;
            second = (2 / (total * total) + 2 / total * up * (above + mean) + up * (second + 2 * above * mean)) / (1 - up);
            allBusySeconds *= erlangs / busy;
        }
        return new(mean, second, allBusySeconds / mean);
    }
}
