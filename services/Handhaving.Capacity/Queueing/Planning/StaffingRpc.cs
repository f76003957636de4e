using Grpc.Core;
using Handhaving.ServiceDefaults.Access;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>Door of <c>StaffingService</c>.</summary>
public sealed class StaffingRpc(SizeUnits size, AnalyseRegion analyse) : V1.StaffingService.StaffingServiceBase
{
    public override async Task<V1.SizeUnitsResponse> SizeUnits(V1.SizeUnitsRequest request, ServerCallContext context)
    {
        var asked = StaffingWire.AskedOf(request);
        var hours = await size.HandleAsync(StaffingWire.LoadOf(request.Load), StaffingWire.DemandOf(request.Demand), asked, request.PlannedUnits, context.Call(), context.CancellationToken);
        return StaffingWire.ToWire(hours, asked, request.PlannedUnits);
    }

    public override async Task<V1.AnalyseRegionResponse> AnalyseRegion(V1.AnalyseRegionRequest request, ServerCallContext context)
    {
        var answer = await analyse.HandleAsync(RegionWire.FromWire(request), StaffingWire.DemandOf(request.Demand), request.WithoutUnit, context.Call(), context.CancellationToken);
        return RegionWire.ToWire(answer, request.WithoutUnit);
    }
}
