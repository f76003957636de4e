using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Zones;

/// <summary>Door of <c>ZoneService</c>.</summary>
public sealed class ZoneRpc(PutZone put, ZoneQueries zones) : V1.ZoneService.ZoneServiceBase
{
    public override async Task<V1.PutPatrolZoneResponse> PutPatrolZone(V1.PutPatrolZoneRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Zone = ZoneWire.ToWire(await put.HandleAsync(request.Zone.Code, ZoneWire.FromWire(request.Zone), request.Zone.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.ListPatrolZonesResponse> ListPatrolZones(V1.ListPatrolZonesRequest request, ServerCallContext context)
    {
        var page = await zones.ListAsync(request.ShowEnded, PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Zones = { page.Rows.Select(ZoneWire.ToWire) }, NextPageToken = page.NextToken };
    }
}
