using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Fake;

/// <summary>What desks decide about incidents in memory.</summary>
public sealed class FakeIncidentDecisions(FakePlatform platform, Once once) : FakeIncidentService(platform, once)
{
    private readonly FakePlatform platform = platform;
    private readonly Once once = once;

    /// <inheritdoc />
    public override Task<ListIncidentTypesResponse> ListIncidentTypes(ListIncidentTypesRequest request, ServerCallContext context)
    {
        var answer = new ListIncidentTypesResponse();
        answer.Types_.AddRange(platform.KnownTypes.Select(code => new IncidentType { Code = code }));
        return Task.FromResult(answer);
    }

    /// <inheritdoc />
    public override Task<FindDuplicatesResponse> FindDuplicates(FindDuplicatesRequest request, ServerCallContext context)
    {
        var answer = new FindDuplicatesResponse();
        if (platform.Faults.FindsNoDuplicates)
            return Task.FromResult(answer);
        answer.Candidates.AddRange(platform.Read(() => platform.Incidents.Values
            .Where(incident => incident.State is not (IncidentState.Handled or IncidentState.Closed or IncidentState.Cancelled))
            .Where(incident => FamilyOf(incident.Type) == FamilyOf(request.Type))
            .Where(incident => incident.Location is not null && FakeGeometry.Meters(incident.Location.Position, request.Position) <= request.RadiusMeters)
            .Select(incident => new DuplicateCandidate { Incident = incident.Clone() }).ToList()).Value);
        return Task.FromResult(answer);
    }

    /// <inheritdoc />
    public override Task<HoldIncidentResponse> HoldIncident(HoldIncidentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
            new HoldIncidentResponse { Incident = Become(request.Name, request.Etag, IncidentState.OnHold, "IncidentHeld") });

    /// <inheritdoc />
    public override Task<ReleaseIncidentResponse> ReleaseIncident(ReleaseIncidentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
            new ReleaseIncidentResponse { Incident = Become(request.Name, request.Etag, IncidentState.Pending, "IncidentReleased") });

    /// <inheritdoc />
    public override Task<CancelIncidentResponse> CancelIncident(CancelIncidentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
            new CancelIncidentResponse { Incident = Become(request.Name, request.Etag, IncidentState.Cancelled, "IncidentCancelled") });

    /// <inheritdoc />
    public override Task<ReopenIncidentResponse> ReopenIncident(ReopenIncidentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
            new ReopenIncidentResponse { Incident = Become(request.Name, request.Etag, IncidentState.Pending, "IncidentReopened") });

    private Incident Become(string name, string etag, IncidentState state, string kind)
    {
        var incident = Current(name, etag);
        incident.State = state;
        return platform.Commit(incident, kind);
    }

    private static string FamilyOf(string type) => type.Split('.')[0];
}
