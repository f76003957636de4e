using System.Globalization;
using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Queueing.Hypercubes;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>An area as somebody asks about it; calls are said as a number or as a share of all.</summary>
public sealed record AtomAsked(string Area, double CallsPerHour, double Share, IReadOnlyList<int> Preference, IReadOnlyList<double> TravelSeconds);

/// <summary>What somebody wants to know of a region.</summary>
/// <param name="CallsPerHour">All calls, divided by the shares of the areas; 0 = each area says its own.</param>
/// <param name="Approximate">Null = only above the units that the exact model takes.</param>
public sealed record RegionAsked(IReadOnlyList<double> MeanServiceSeconds, IReadOnlyList<AtomAsked> Atoms, double CallsPerHour, FullRegion Full, bool? Approximate)
{
    private const double Rounding = 1e-6;

    public int Units => MeanServiceSeconds.Count;

    /// <summary>Whether any number of calls is said.</summary>
    public bool SaysCalls => CallsPerHour > 0 || Atoms.Any(atom => atom.CallsPerHour > 0 || atom.Share > 0);

    public bool IsApproximate => Approximate ?? Units > Hypercube.MaximumUnits;

    /// <summary>The same with the calls that are to be expected of each area.</summary>
    /// <exception cref="RuleBroken">AREA_WITHOUT_HISTORY.</exception>
    public RegionAsked With(IReadOnlyDictionary<string, double> calls) => this with
    {
        Atoms = [.. Atoms.Select(atom => atom with { CallsPerHour = calls.TryGetValue(atom.Area, out var mean) ? mean : throw DemandRules.KnownArea.Broken(("area", atom.Area)) })],
    };

    /// <exception cref="RuleBroken">SHARES_DO_NOT_ADD_UP, LOAD_NOT_SAID_ONCE, and those of <see cref="DispatchRegion"/>.</exception>
    public DispatchRegion ToRegion()
    {
        foreach (var seconds in MeanServiceSeconds) QueueingRules.RequirePositive(seconds, "meanServiceSeconds");
        QueueingRules.SaidOnce.Require(!Atoms.Any(atom => CallsPerHour > 0 ? atom.CallsPerHour > 0 : atom.Share > 0));
        var sum = Atoms.Sum(atom => atom.Share);
        QueueingRules.SharesAddUp.Require(CallsPerHour == 0 || Math.Abs(sum - 1) <= Rounding, ("sum", sum.ToString("0.######", CultureInfo.InvariantCulture)));
        return new([.. MeanServiceSeconds.Select(seconds => 3600 / seconds)], [.. Atoms.Select(ToAtom)]);
    }

    /// <summary>Null = unstable.</summary>
    /// <exception cref="RuleBroken">COUNT_OUT_OF_RANGE, APPROXIMATION_WAITS, SERVICE_RATES_DIFFER.</exception>
    public RegionResult? Solve(DispatchRegion region)
    {
        if (IsApproximate)
        {
            QueueingRules.ApproximationWaits.Require(Full is FullRegion.CallsWait);
            return HypercubeApproximation.Solve(region) is { } near ? RegionResult.Of(region, near) : null;
        }
        return Hypercube.Solve(region, Full) is { } exact ? RegionResult.Of(region, exact) : null;
    }

    public RuleBroken Unstable(DispatchRegion region) => QueueingRules.Stable.Broken(
        ("erlangs", (region.CallsPerHour / region.CapacityPerHour * region.Units).ToString("0.##", CultureInfo.InvariantCulture)), ("units", region.Units.ToString(CultureInfo.InvariantCulture)));

    private AreaAtom ToAtom(AtomAsked atom, int place)
    {
        if (atom.Preference.Count == 0) QueueingRules.TravelPerUnit.Require(atom.TravelSeconds.Count == Units, ("atom", $"{place + 1}"), ("units", $"{Units}"));
        IReadOnlyList<int> preference = atom.Preference.Count > 0
            ? [.. atom.Preference.Select(unit => unit - 1)]
            : [.. Enumerable.Range(0, Units).OrderBy(unit => atom.TravelSeconds[unit])];
        return new(CallsPerHour > 0 ? CallsPerHour * atom.Share : atom.CallsPerHour, preference, atom.TravelSeconds);
    }
}
