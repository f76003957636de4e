using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Recommendation;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Door of <c>IncidentService</c>.</summary>
public sealed class IncidentRpc(ReportIncident report, RecordDisposition recordDisposition, CloseIncident close, IncidentQueries queries, RecommendUnits recommend)
    : V1.IncidentService.IncidentServiceBase
{
    public override async Task<V1.ReportIncidentResponse> ReportIncident(V1.ReportIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await report.HandleAsync(IncidentWire.FromWire(request.Incident), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.GetIncidentResponse> GetIncident(V1.GetIncidentRequest request, ServerCallContext context)
    {
        var incident = await queries.GetAsync(NameOf(request.Name), context.Call(), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.ListIncidentsResponse> ListIncidents(V1.ListIncidentsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var incidents = await queries.ListAsync(request.OpenOnly, page, context.Call(), context.CancellationToken);
        return new() { Incidents = { incidents.Rows.Select(IncidentWire.ToWire) }, NextPageToken = incidents.NextToken };
    }

    public override async Task<V1.RecommendUnitsResponse> RecommendUnits(V1.RecommendUnitsRequest request, ServerCallContext context)
    {
        var recommendation = await recommend.HandleAsync(NameOf(request.Name), request.Limit, context.Call(), context.CancellationToken);
        return RecommendationWire.ToWire(recommendation);
    }

    public override async Task<V1.RecordDispositionResponse> RecordDisposition(V1.RecordDispositionRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await recordDisposition.HandleAsync(NameOf(request.Name), request.Etag, request.Disposition, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.CloseIncidentResponse> CloseIncident(V1.CloseIncidentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var incident = await close.HandleAsync(NameOf(request.Name), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.ListTimelineEntriesResponse> ListTimelineEntries(V1.ListTimelineEntriesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var entries = await queries.TimelineAsync(NameOf(request.Parent), page, context.Call(), context.CancellationToken);
        return new() { Entries = { entries.Rows.Select(ToWire) }, NextPageToken = entries.NextToken };
    }

    public override async Task<V1.ListIncidentTypesResponse> ListIncidentTypes(V1.ListIncidentTypesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var types = await queries.TypesAsync(page, context.Call(), context.CancellationToken);
        return new() { Types_ = { types.Rows.Select(ToWire) }, NextPageToken = types.NextToken };
    }

    internal static IncidentName NameOf(string text) => IncidentName.Parse(text) ?? throw new NotFound(text);

    private static V1.TimelineEntry ToWire(TimelineRow row) => new()
    {
        Sequence = row.Sequence,
        Kind = row.Kind,
        OccurredTime = Timestamp.FromDateTimeOffset(row.OccurredAt),
        RecordedTime = Timestamp.FromDateTimeOffset(row.RecordedAt),
        Actor = row.Actor,
        Unit = row.Unit ?? "",
        Text = row.Text ?? "",
    };

    private static V1.IncidentType ToWire(IncidentType type) => new()
    {
        Code = type.Code,
        DisplayName = type.DisplayName,
        Domain = (V1.CompetenceDomain)type.Domain,
        Theme = type.Theme,
        MinimumCrew = type.MinimumCrew,
    };
}
