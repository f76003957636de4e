using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Fake;

/// <summary>Incidents in memory.</summary>
public class FakeIncidentService(FakePlatform platform, Once once) : IncidentService.IncidentServiceBase
{
    /// <inheritdoc />
    public override Task<ReportIncidentResponse> ReportIncident(ReportIncidentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            if (!request.Incident.Type.Contains('.', StringComparison.Ordinal))
                throw Refusal.Of(StatusCode.InvalidArgument, "UNKNOWN_INCIDENT_TYPE", "Dit soort incident bestaat niet. Kies een soort uit de lijst.");
            var incident = request.Incident.Clone();
            incident.Name = $"{request.Parent}/incidents/{Guid.NewGuid()}";
            incident.Number = $"2026-{platform.Incidents.Count + 1:000000}";
            incident.State = IncidentState.Pending;
            incident.CreateTime = Timestamp.FromDateTime(DateTime.UtcNow);
            platform.Incidents[incident.Name] = incident;
            return new ReportIncidentResponse { Incident = platform.Commit(incident, "IncidentReceived") };
        });

    /// <inheritdoc />
    public override Task<GetIncidentResponse> GetIncident(GetIncidentRequest request, ServerCallContext context) =>
        Task.FromResult(platform.Read(() => new GetIncidentResponse { Incident = platform.Incident(request.Name).Clone() }).Value);

    /// <inheritdoc />
    public override Task<ListIncidentsResponse> ListIncidents(ListIncidentsRequest request, ServerCallContext context)
    {
        var skip = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, null);
        var newestFirst = platform.Read(() => platform.Incidents.Values.Reverse().Select(incident => incident.Clone()).ToList()).Value;
        var answer = new ListIncidentsResponse { NextPageToken = skip + 5 < newestFirst.Count ? $"{skip + 5}" : "" };
        answer.Incidents.AddRange(newestFirst.Skip(skip).Take(5));
        return Task.FromResult(answer);
    }

    /// <inheritdoc />
    public override Task<RecommendUnitsResponse> RecommendUnits(RecommendUnitsRequest request, ServerCallContext context)
    {
        var answer = new RecommendUnitsResponse { ComputeTime = Timestamp.FromDateTime(DateTime.UtcNow) };
        answer.Picks.AddRange(platform.Read(() => platform.Units.Values
            .Where(unit => unit.Availability == UnitAvailability.Available)
            .OrderByDescending(unit => request.Name.StartsWith(string.Join('/', unit.Name.Split('/').Take(2)), StringComparison.Ordinal))
            .Take(request.Limit == 0 ? 5 : request.Limit)
            .Select(unit => new UnitPick { Unit = unit.Name, CallSign = unit.CallSign, TravelSeconds = 120, DistanceMeters = 900 }).ToList()).Value);
        var busy = platform.Read(() => platform.Units.Values.Where(unit => unit.Assignment.Length > 0).Select(unit => unit.Clone()).ToList()).Value;
        if (platform.ProposesToInterrupt)
            answer.Picks.AddRange(busy.Select(unit => new UnitPick { Unit = unit.Name, CallSign = unit.CallSign, Interrupts = unit.Assignment }));
        else
            answer.Rejections.AddRange(busy.Select(unit => new UnitRejection { Unit = unit.Name, CallSign = unit.CallSign, Reasons = { new RejectionReason { Code = "NOT_AVAILABLE", Text = "bezig" } } }));
        return Task.FromResult(answer);
    }

    /// <inheritdoc />
    public override Task<RecordDispositionResponse> RecordDisposition(RecordDispositionRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var incident = Current(request.Name, request.Etag);
            incident.Dispositions.Add(request.Disposition);
            incident.State = IncidentState.Handled;
            return new RecordDispositionResponse { Incident = platform.Commit(incident, "DispositionRecorded") };
        });

    /// <inheritdoc />
    public override Task<CloseIncidentResponse> CloseIncident(CloseIncidentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var incident = Current(request.Name, request.Etag);
            if (incident.State != IncidentState.Handled)
                throw Refusal.Of(StatusCode.FailedPrecondition, "INCIDENT_NOT_HANDLED");
            incident.State = IncidentState.Closed;
            return new CloseIncidentResponse { Incident = platform.Commit(incident, "IncidentClosed") };
        });

    /// <inheritdoc />
    public override Task<ListTimelineEntriesResponse> ListTimelineEntries(ListTimelineEntriesRequest request, ServerCallContext context)
    {
        var answer = new ListTimelineEntriesResponse();
        answer.Entries.AddRange(platform.Read(() => platform.Timelines[request.Parent].ToList()).Value);
        return Task.FromResult(answer);
    }

    /// <summary>The incident, if the caller saw it as it is.</summary>
    protected Incident Current(string name, string etag)
    {
        var incident = platform.Incident(name);
        return incident.Etag == etag ? incident : throw Refusal.Of(StatusCode.Aborted, "ETAG_MISMATCH", "Iemand anders heeft dit incident gewijzigd. Kijk opnieuw.");
    }
}
