using Grpc.Core;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Dispatch.Areas;

/// <summary>Door of <c>AreaService</c>.</summary>
public sealed class AreaRpc(AreaQueries queries, OwnerNames owners) : V1.AreaService.AreaServiceBase
{
    public override async Task<V1.ListAreasResponse> ListAreas(V1.ListAreasRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var filter = new AreaFilter(request.Kind is V1.AreaKind.Unspecified ? null : (AreaKind)request.Kind, request.View is not V1.AreaView.Basic);
        var areas = await queries.ListAsync(filter, page, context.Call(), context.CancellationToken);
        return new() { Areas = { areas.Rows.Select(AreaWire.ToWire) }, NextPageToken = areas.NextToken };
    }

    public override async Task<V1.LocatePointResponse> LocatePoint(V1.LocatePointRequest request, ServerCallContext context)
    {
        var point = new Point(request.Position.Latitude, request.Position.Longitude);
        var (map, located) = await queries.LocateAsync(point, context.Call(), context.CancellationToken);
        return AreaWire.ToWire(point, map, located);
    }

    public override async Task<V1.ListOwnersResponse> ListOwners(V1.ListOwnersRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var found = await owners.ListAsync(page, context.Call(), context.CancellationToken);
        return new() { Owners = { found.Rows.Select(AreaWire.ToWire) }, NextPageToken = found.NextToken };
    }
}
