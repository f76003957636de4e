using Grpc.Core;
using Handhaving.Dispatch.Positions;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Units;

/// <summary>Door of <c>UnitService</c>.</summary>
public sealed class UnitRpc(SignOnUnit signOn, SignOffUnit signOff, UnitQueries queries, ReportPositions report) : V1.UnitService.UnitServiceBase
{
    public override async Task<V1.SignOnUnitResponse> SignOnUnit(V1.SignOnUnitRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = await signOn.HandleAsync(NameOf(request.Name), [.. request.Crew.Select(member => member.Officer)], call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Unit = UnitWire.ToWire(unit) };
    }

    public override async Task<V1.SignOffUnitResponse> SignOffUnit(V1.SignOffUnitRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = await signOff.HandleAsync(NameOf(request.Name), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Unit = UnitWire.ToWire(unit) };
    }

    public override async Task<V1.GetUnitResponse> GetUnit(V1.GetUnitRequest request, ServerCallContext context) =>
        new() { Unit = UnitWire.ToWire(await queries.GetAsync(NameOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ListUnitsResponse> ListUnits(V1.ListUnitsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var units = await queries.ListAsync(page, context.Call(), context.CancellationToken);
        return new() { Units = { units.Rows.Select(UnitWire.ToWire) }, NextPageToken = units.NextToken };
    }

    public override async Task<V1.ReportPositionsResponse> ReportPositions(V1.ReportPositionsRequest request, ServerCallContext context)
    {
        var outcome = await report.HandleAsync([.. request.Fixes.Select(PositionWire.FromWire)], context.Call().Owner, context.CancellationToken);
        return new() { AcceptedCount = outcome.Accepted, Refusals = { outcome.Refusals.Select(PositionWire.ToWire) } };
    }

    public override async Task StreamPositions(IAsyncStreamReader<V1.StreamPositionsRequest> requestStream, IServerStreamWriter<V1.StreamPositionsResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            var owner = context.Call().Rule.TenantOf(request) ?? throw new NotFound(request.Parent);
            var outcome = await report.HandleAsync([.. request.Fixes.Select(PositionWire.FromWire)], owner, context.CancellationToken);
            await responseStream.WriteAsync(new() { Batch = request.Batch, AcceptedCount = outcome.Accepted, Refusals = { outcome.Refusals.Select(PositionWire.ToWire) } }, context.CancellationToken);
        }
    }

    private static UnitName NameOf(string text) => UnitName.Parse(text) ?? throw new NotFound(text);
}
