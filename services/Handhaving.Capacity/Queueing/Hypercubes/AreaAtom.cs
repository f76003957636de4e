namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>Smallest area that calls are counted in (Larson: reporting area, "atom").</summary>
/// <param name="CallsPerHour">lambda_j, 0 or more.</param>
/// <param name="Preference">All units, counted from 0, the one to send first at the head.</param>
/// <param name="TravelSeconds">Per unit, mean time to drive here; empty = not known.</param>
public sealed record AreaAtom(double CallsPerHour, IReadOnlyList<int> Preference, IReadOnlyList<double> TravelSeconds)
{
    public AreaAtom(double callsPerHour, IReadOnlyList<int> preference) : this(callsPerHour, preference, []) { }

    /// <summary>Unit whose area this is; the others that answer here come from elsewhere.</summary>
    public int HomeUnit => Preference[0];

    internal AreaAtom Without(int unit) => this with
    {
        Preference = [.. Preference.Where(other => other != unit).Select(other => other > unit ? other - 1 : other)],
        TravelSeconds = [.. TravelSeconds.Where((_, other) => other != unit)],
    };
}
