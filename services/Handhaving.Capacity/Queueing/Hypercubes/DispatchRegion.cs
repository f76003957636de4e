using System.Globalization;

namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>Units that send each other help, and the atoms they serve.</summary>
public sealed record DispatchRegion
{
    public const int MaximumUnits = 500, MaximumAtoms = 10_000;

    /// <param name="servicePerHour">mu_n per unit: calls that it finishes per busy hour.</param>
    /// <param name="atoms">Each with a preference over all units; together at least one call now and then.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE, NUMBER_NOT_POSITIVE, NUMBER_NEGATIVE, PREFERENCE_NOT_COMPLETE, TRAVEL_NOT_COMPLETE.</exception>
    public DispatchRegion(IReadOnlyList<double> servicePerHour, IReadOnlyList<AreaAtom> atoms)
    {
        QueueingRules.RequireCount(servicePerHour.Count, 1, MaximumUnits, "units");
        QueueingRules.RequireCount(atoms.Count, 1, MaximumAtoms, "atoms");
        foreach (var service in servicePerHour) QueueingRules.RequirePositive(service, "servicePerHour");
        for (var atom = 0; atom < atoms.Count; atom++) Require(atoms[atom], atom, servicePerHour.Count);
        (ServicePerHour, Atoms, CallsPerHour) = ([.. servicePerHour], [.. atoms], atoms.Sum(atom => atom.CallsPerHour));
        QueueingRules.RequirePositive(CallsPerHour, "callsPerHour");
    }

    public IReadOnlyList<double> ServicePerHour { get; }

    public IReadOnlyList<AreaAtom> Atoms { get; }

    /// <summary>lambda: calls of all atoms.</summary>
    public double CallsPerHour { get; }

    public int Units => ServicePerHour.Count;

    /// <summary>The calls that all units together finish per hour when none is idle.</summary>
    public double CapacityPerHour => ServicePerHour.Sum();

    /// <summary>What if one fewer: the region without this unit; its own atoms fall to their second choice.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE: no such unit, or the last one.</exception>
    public DispatchRegion Without(int unit)
    {
        QueueingRules.RequireCount(unit, 0, Units - 1, "unit");
        return new([.. ServicePerHour.Where((_, other) => other != unit)], [.. Atoms.Select(atom => atom.Without(unit))]);
    }

    private static void Require(AreaAtom atom, int place, int units)
    {
        (string, string) name = ("atom", (place + 1).ToString(CultureInfo.InvariantCulture)), count = ("units", units.ToString(CultureInfo.InvariantCulture));
        QueueingRules.RequireNotNegative(atom.CallsPerHour, "callsPerHour");
        QueueingRules.Preference.Require(atom.Preference.Count == units && atom.Preference.Order().SequenceEqual(Enumerable.Range(0, units)), name, count);
        QueueingRules.TravelPerUnit.Require(atom.TravelSeconds.Count == 0 || atom.TravelSeconds.Count == units, name, count);
        foreach (var seconds in atom.TravelSeconds) QueueingRules.RequireNotNegative(seconds, "travelSeconds");
    }
}
