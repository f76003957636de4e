using Handhaving.Capacity.Queueing.Hypercubes;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>A region of units that help each other on the wire.</summary>
internal static class RegionWire
{
    private const int MostShares = 10_000;

    public static RegionAsked FromWire(V1.AnalyseRegionRequest request) => new(
        [.. request.MeanServiceSeconds],
        [.. request.Atoms.Select(atom => new AtomAsked(atom.Area, atom.CallsPerHour, atom.Share, [.. atom.Preference], [.. atom.TravelSeconds]))],
        request.CallsPerHour, FromWire(request.FullRegion), FromWire(request.Model));

    public static V1.AnalyseRegionResponse ToWire(RegionAnswer answer, int withoutUnit) => new()
    {
        Measures = ToWire(answer.Asked, answer.With),
        WithoutUnit = answer.Without is { } without ? ToWire(answer.Asked, without) : null,
        WithoutUnitUnstable = withoutUnit > 0 && answer.Without is null,
        Models = { StaffingWire.NoteOf(answer.Asked.IsApproximate ? QueueingModel.HypercubeApproximation : QueueingModel.HypercubeExact) },
    };

    private static V1.RegionMeasures ToWire(RegionAsked asked, RegionResult result)
    {
        var (region, forecast) = (result.Region, result.Forecast);
        var wire = new V1.RegionMeasures
        {
            Units = { Enumerable.Range(0, region.Units).Select(unit => UnitOf(forecast, unit)) },
            Atoms = { asked.Atoms.Select((atom, place) => AtomOf(atom.Area, result, place)) },
            ProbabilityAllBusy = forecast.ProbabilityAllBusy,
            InterResponseShare = forecast.InterResponseFraction,
            MeanWaitSeconds = result.MeanWaitSeconds,
        };
        if (forecast.MeanTravelSeconds is { } travel) (wire.MeanTravelSeconds, wire.MeanResponseSeconds) = (travel, travel + result.MeanWaitSeconds);
        return wire;
    }

    private static V1.UnitMeasures UnitOf(DispatchForecast forecast, int unit)
    {
        var wire = new V1.UnitMeasures { Workload = forecast.Workloads[unit], AnsweredShare = forecast.Fractions[unit].Sum() };
        if (forecast.InterResponseOfUnit(unit) is { } share) wire.InterResponseShare = share;
        return wire;
    }

    private static V1.AtomMeasures AtomOf(string area, RegionResult result, int place)
    {
        var (region, forecast) = (result.Region, result.Forecast);
        var wire = new V1.AtomMeasures { Area = area, CallsPerHour = region.Atoms[place].CallsPerHour };
        if (region.Units * region.Atoms.Count <= MostShares) wire.DispatchShares.AddRange(forecast.Fractions.Select(unit => unit[place]));
        if (forecast.InterResponseOfAtom(place) is { } share) wire.InterResponseShare = share;
        return wire;
    }

    private static FullRegion FromWire(V1.FullRegion full) => full switch
    {
        V1.FullRegion.CallsWait => FullRegion.CallsWait,
        V1.FullRegion.CallsAreLost => FullRegion.CallsAreLost,
        _ => throw new ArgumentOutOfRangeException(nameof(full), full, null),
    };

    private static bool? FromWire(V1.HypercubeModel model) => model switch
    {
        V1.HypercubeModel.Unspecified => null,
        V1.HypercubeModel.Exact => false,
        V1.HypercubeModel.Approximation => true,
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, null),
    };
}
