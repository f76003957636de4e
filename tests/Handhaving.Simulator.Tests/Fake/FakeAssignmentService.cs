using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Fake;

/// <summary>Assignments in memory.</summary>
public sealed class FakeAssignmentService(FakePlatform platform, Once once) : AssignmentService.AssignmentServiceBase
{
    /// <inheritdoc />
    public override Task<AssignUnitResponse> AssignUnit(AssignUnitRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var (incident, unit) = (platform.Incident(request.Parent), platform.Unit(request.Unit));
            if (incident.Etag != request.Etag)
                throw Refusal.Of(StatusCode.Aborted, "ETAG_MISMATCH", "Iemand anders heeft dit incident gewijzigd. Kijk opnieuw.");
            if (unit.Availability != UnitAvailability.Available)
                throw Refusal.Of(StatusCode.Aborted, "UNIT_ALREADY_ASSIGNED", "De eenheid is al ingezet.");
            var now = Timestamp.FromDateTime(DateTime.UtcNow);
            var assignment = new Assignment
            {
                Name = $"{incident.Name}/assignments/{Guid.NewGuid()}",
                Unit = unit.Name,
                State = AssignmentState.Offered,
                OfferTime = now,
                ExpireTime = Timestamp.FromDateTime(DateTime.UtcNow.AddSeconds(30)),
            };
            incident.Assignments.Add(assignment);
            (unit.Assignment, unit.Availability) = (assignment.Name, UnitAvailability.Reserved);
            platform.Commit(unit);
            return new AssignUnitResponse { Assignment = assignment.Clone(), Incident = platform.Commit(incident, "AssignmentOffered", unit.Name) };
        });

    /// <inheritdoc />
    public override Task<AcceptAssignmentResponse> AcceptAssignment(AcceptAssignmentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var (assignment, incident) = Move(request.Name, AssignmentState.Accepted, IncidentState.Assigned, "AssignmentAccepted");
            return new AcceptAssignmentResponse { Assignment = assignment, Incident = incident };
        });

    /// <inheritdoc />
    public override Task<DeclineAssignmentResponse> DeclineAssignment(DeclineAssignmentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var (assignment, incident) = End(request.Name, AssignmentState.Declined, IncidentState.Pending, "AssignmentDeclined");
            return new DeclineAssignmentResponse { Assignment = assignment, Incident = incident };
        });

    /// <inheritdoc />
    public override Task<ReportStatusResponse> ReportStatus(ReportStatusRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var onScene = request.State == AssignmentState.OnScene;
            var (assignment, incident) = Move(
                request.Name, request.State, onScene ? IncidentState.OnScene : IncidentState.EnRoute, onScene ? "AssignmentOnScene" : "AssignmentEnRoute");
            return new ReportStatusResponse { Assignment = assignment, Incident = incident };
        });

    /// <inheritdoc />
    public override Task<ClearAssignmentResponse> ClearAssignment(ClearAssignmentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var (assignment, incident) = End(request.Name, AssignmentState.Cleared, IncidentState.Handled, "AssignmentCleared");
            return new ClearAssignmentResponse { Assignment = assignment, Incident = incident };
        });

    /// <inheritdoc />
    public override Task<WithdrawAssignmentResponse> WithdrawAssignment(WithdrawAssignmentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var (assignment, incident) = End(request.Name, AssignmentState.Withdrawn, IncidentState.Pending, "AssignmentWithdrawn");
            return new WithdrawAssignmentResponse { Assignment = assignment, Incident = incident };
        });

    private (Assignment Assignment, Incident Incident) Move(string name, AssignmentState state, IncidentState incidentState, string kind)
    {
        var incident = platform.Incident(string.Join('/', name.Split('/').Take(4)));
        var assignment = incident.Assignments.Single(assignment => assignment.Name == name);
        if (assignment.EndTime is not null && !platform.Faults.ForgetsRequestIds)
            throw Refusal.Of(StatusCode.FailedPrecondition, "TRANSITION_NOT_ALLOWED", "Deze stap kan nu niet.");
        assignment.State = state;
        incident.State = incidentState;
        var unit = platform.Unit(assignment.Unit);
        unit.Availability = UnitAvailability.Committed;
        platform.Commit(unit);
        return (assignment.Clone(), platform.Commit(incident, kind, unit.Name));
    }

    private (Assignment Assignment, Incident Incident) End(string name, AssignmentState state, IncidentState incidentState, string kind)
    {
        var (assignment, incident) = Move(name, state, incidentState, kind);
        var stored = platform.Incidents[incident.Name];
        stored.Assignments.Single(one => one.Name == name).EndTime = Timestamp.FromDateTime(DateTime.UtcNow);
        var unit = platform.Unit(assignment.Unit);
        (unit.Assignment, unit.Availability) = ("", UnitAvailability.Available);
        platform.Commit(unit);
        return (assignment, incident);
    }
}
