using Grpc.Core;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.History;
using Handhaving.Dispatch.Incidents.Reading;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Dispatch.Incidents.Calls;

/// <summary>Door of <c>IncidentService</c>: what it is asked.</summary>
public sealed partial class IncidentRpc
{
    public override async Task<V1.GetIncidentResponse> GetIncident(V1.GetIncidentRequest request, ServerCallContext context)
    {
        var incident = await reads.Queries.GetAsync(NameOf(request.Name), context.Call(), context.CancellationToken);
        return new() { Incident = IncidentWire.ToWire(incident) };
    }

    public override async Task<V1.ListIncidentsResponse> ListIncidents(V1.ListIncidentsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var incidents = await reads.Queries.ListAsync(request.OpenOnly, FilterOf(request.Filter), page, context.Call(), context.CancellationToken);
        return new() { Incidents = { incidents.Rows.Select(IncidentWire.ToWire) }, NextPageToken = incidents.NextToken };
    }

    public override async Task<V1.SearchIncidentsResponse> SearchIncidents(V1.SearchIncidentsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var incidents = await reads.Queries.SearchAsync(request.Query, FilterOf(request.Filter), page, context.Call(), context.CancellationToken);
        return new() { Incidents = { incidents.Rows.Select(IncidentWire.ToWire) }, NextPageToken = incidents.NextToken };
    }

    public override async Task<V1.FindDuplicatesResponse> FindDuplicates(V1.FindDuplicatesRequest request, ServerCallContext context)
    {
        var like = new Likeness(request.Type, IncidentWire.PointOf(request.Position), request.ReportTime?.ToDateTimeOffset(), request.RadiusMeters, request.IncludeHistory);
        var candidates = await reads.Duplicates.HandleAsync(like, context.Call(), context.CancellationToken);
        return new() { Candidates = { candidates.Select(ToWire) } };
    }

    public override async Task<V1.GetReporterResponse> GetReporter(V1.GetReporterRequest request, ServerCallContext context) =>
        new() { Reporter = IncidentWire.ToWire(await reads.Reporters.HandleAsync(NameOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.RecommendUnitsResponse> RecommendUnits(V1.RecommendUnitsRequest request, ServerCallContext context)
    {
        var name = NameOf(request.Name);
        return RecommendationWire.ToWire(name, await recommend.HandleAsync(name, RecommendationWire.FromWire(request), context.Call(), context.CancellationToken));
    }

    public override async Task<V1.ListRecommendationsResponse> ListRecommendations(V1.ListRecommendationsRequest request, ServerCallContext context)
    {
        var (name, page) = (NameOf(request.Parent), PageRequest.Of(request, request.PageSize, request.PageToken));
        var kept = await reads.Recommendations.ListAsync(name, page, context.Call(), context.CancellationToken);
        return new() { Recommendations = { kept.Rows.Select(one => RecommendationWire.KeptToWire(name, one)) }, NextPageToken = kept.NextToken };
    }

    public override async Task<V1.ListTimelineEntriesResponse> ListTimelineEntries(V1.ListTimelineEntriesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var entries = await reads.Queries.TimelineAsync(NameOf(request.Parent), page, context.Call(), context.CancellationToken);
        return new() { Entries = { entries.Rows.Select(TimelineWire.ToWire) }, NextPageToken = entries.NextToken };
    }

    public override async Task<V1.ListIncidentTypesResponse> ListIncidentTypes(V1.ListIncidentTypesRequest request, ServerCallContext context)
    {
        var (page, call) = (PageRequest.Of(request, request.PageSize, request.PageToken), context.Call());
        var types = await reads.Queries.TypesAsync(page, call, context.CancellationToken);
        var outcomes = await reads.Queries.DispositionsAsync(call.Owner, context.CancellationToken);
        return new() { Types_ = { types.Rows.Select(ToWire) }, NextPageToken = types.NextToken, Dispositions = { outcomes.Select(IncidentWire.ToWire) } };
    }

    private static IncidentFilter FilterOf(V1.IncidentFilter? filter) => new(
        [.. (filter?.States ?? []).Select(state => (IncidentState)state)], [.. filter?.Types_ ?? []], filter?.MostPriority ?? 0, filter?.Unit ?? "", filter?.Number ?? "",
        filter?.FromTime?.ToDateTimeOffset(), filter?.ToTime?.ToDateTimeOffset());

    private static V1.DuplicateCandidate ToWire(DuplicateCandidate candidate) => new()
    {
        Incident = IncidentWire.ToWire(candidate.Incident),
        DistanceMeters = (int)Math.Round(candidate.Meters),
        ApartSeconds = (long)candidate.Apart.TotalSeconds,
    };

    private static V1.IncidentType ToWire(IncidentType type) => Staying(type, new()
    {
        Code = type.Code,
        DisplayName = type.DisplayName,
        EnglishDisplayName = type.EnglishDisplayName ?? "",
        DefaultPriority = type.DefaultPriority ?? 0,
        Domain = (V1.CompetenceDomain)type.Domains[0],
        Domains = { type.Domains.Select(domain => (V1.CompetenceDomain)domain) },
        CrewRule = (V1.CrewRule)type.CrewRule, // the same numbers, kept so by a contract test
        Theme = type.Theme,
        ThemeDisplayName = SafetyTheme.Find(type.Theme)?.DisplayName ?? "",
        MinimumCrew = type.MinimumCrew,
        Leadership = (V1.Leadership)type.Leadership,
        Equipment = { type.Equipment },
    });

    private static V1.IncidentType Staying(IncidentType type, V1.IncidentType wire)
    {
        if (type.StayMinutes is { } minutes) wire.StayMinutes = minutes;
        return wire;
    }
}
