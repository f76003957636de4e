namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>Who is busy how much, and who goes where.</summary>
public sealed record DispatchForecast
{
    private readonly DispatchRegion region;

    internal DispatchForecast(DispatchRegion region, IReadOnlyList<double> workloads, IReadOnlyList<IReadOnlyList<double>> fractions, double allBusy) =>
        (this.region, Workloads, Fractions, ProbabilityAllBusy) = (region, workloads, fractions, allBusy);

    /// <summary>Share of the time that each unit is busy.</summary>
    public IReadOnlyList<double> Workloads { get; }

    /// <summary>f(n, j) by unit and then atom: share of all calls served that unit n answers in atom j; sums to 1.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Fractions { get; }

    /// <summary>Chance that a call finds no unit free, whoever waits included.</summary>
    public double ProbabilityAllBusy { get; }

    /// <summary>Share of the calls that another unit answers than the home unit of the atom.</summary>
    public double InterResponseFraction => 1 - region.Atoms.Select((atom, place) => Fractions[atom.HomeUnit][place]).Sum();

    /// <summary>Mean over the calls served: sum f(n, j) t(n, j). Null when an atom has no travel times.</summary>
    public double? MeanTravelSeconds => region.Atoms.Any(atom => atom.TravelSeconds.Count == 0)
        ? null
        : region.Atoms.Select((atom, place) => atom.TravelSeconds.Select((seconds, unit) => Fractions[unit][place] * seconds).Sum()).Sum();

    /// <summary>Share of the calls of this atom that its home unit does not answer; null when the atom has none.</summary>
    public double? InterResponseOfAtom(int atom)
    {
        QueueingRules.RequireCount(atom, 0, region.Atoms.Count - 1, "atom");
        var answered = Fractions.Sum(unit => unit[atom]);
        return answered > 0 ? 1 - Fractions[region.Atoms[atom].HomeUnit][atom] / answered : null;
    }

    /// <summary>Share of the calls of this unit that are outside its own atoms; null when it answers none.</summary>
    public double? InterResponseOfUnit(int unit)
    {
        QueueingRules.RequireCount(unit, 0, region.Units - 1, "unit");
        var answered = Fractions[unit].Sum();
        return answered > 0 ? Fractions[unit].Where((_, atom) => region.Atoms[atom].HomeUnit != unit).Sum() / answered : null;
    }
}
