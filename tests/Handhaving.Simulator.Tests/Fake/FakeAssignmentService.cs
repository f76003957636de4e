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
            var (assignment, offered) = Offer(incident, unit, request.Role);
            return new AssignUnitResponse { Assignment = assignment, Incident = offered };
        });

    /// <inheritdoc />
    public override Task<PreemptAssignmentResponse> PreemptAssignment(PreemptAssignmentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            var urgent = platform.Incident(request.Parent);
            if (urgent.Etag != request.Etag)
                throw Refusal.Of(StatusCode.Aborted, "ETAG_MISMATCH");
            var (given, _) = End(request.Assignment, AssignmentState.Preempted, IncidentState.Pending, "AssignmentPreempted");
            var (assignment, offered) = Offer(urgent, platform.Unit(given.Unit), AssignmentRole.Primary);
            return new PreemptAssignmentResponse { Assignment = assignment, Incident = offered };
        });

    /// <inheritdoc />
    public override Task<AcceptAssignmentResponse> AcceptAssignment(AcceptAssignmentRequest request, ServerCallContext context) =>
        once.DoAsync(request, request.RequestId, context, () =>
        {
            RequireStanding(request.Name);
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

    private (Assignment Assignment, Incident Incident) Offer(Incident incident, Unit unit, AssignmentRole role)
    {
        var assignment = new Assignment
        {
            Name = $"{incident.Name}/assignments/{Guid.NewGuid()}",
            Unit = unit.Name,
            State = AssignmentState.Offered,
            Role = role,
            OfferTime = Timestamp.FromDateTime(DateTime.UtcNow),
            ExpireTime = Timestamp.FromDateTime(DateTime.UtcNow.Add(platform.OfferStands)),
        };
        incident.Assignments.Add(assignment);
        (unit.Assignment, unit.Availability) = (assignment.Name, UnitAvailability.Reserved);
        platform.Commit(unit);
        return (assignment.Clone(), platform.Commit(incident, "AssignmentOffered", unit.Name));
    }

    /// <summary>An offer whose time is over ends when somebody comes for it.</summary>
    private void RequireStanding(string name)
    {
        var offer = platform.Incident(string.Join('/', name.Split('/').Take(4))).Assignments.Single(assignment => assignment.Name == name);
        if (offer.EndTime is not null || offer.ExpireTime.ToDateTime() > DateTime.UtcNow)
            return;
        End(name, AssignmentState.Expired, IncidentState.Pending, "AssignmentExpired");
        throw Refusal.Of(StatusCode.FailedPrecondition, "OFFER_EXPIRED");
    }

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
        var stored = platform.Incident(string.Join('/', name.Split('/').Take(4)));
        var others = stored.Assignments.Any(one => one.Name != name && one.EndTime is null);
        var (assignment, incident) = Move(name, state, others ? stored.State : incidentState, kind);
        stored.Assignments.Single(one => one.Name == name).EndTime = Timestamp.FromDateTime(DateTime.UtcNow);
        var unit = platform.Unit(assignment.Unit);
        (unit.Assignment, unit.Availability) = ("", UnitAvailability.Available);
        platform.Commit(unit);
        return (assignment, incident);
    }
}
