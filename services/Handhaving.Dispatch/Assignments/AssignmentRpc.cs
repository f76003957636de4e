using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.Calls;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Access.Fields;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Door of <c>AssignmentService</c>.</summary>
public sealed class AssignmentRpc(AssignUnit assign, PreemptAssignment preempt, ReportProgress progress) : V1.AssignmentService.AssignmentServiceBase
{
    public override async Task<V1.AssignUnitResponse> AssignUnit(V1.AssignUnitRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = UnitName.Parse(request.Unit) ?? throw new NotFound(request.Unit);
        var overrideReason = request.OverrideReason.IsBlank() ? null : request.OverrideReason;
        var order = new UnitOrder(IncidentRpc.NameOf(request.Parent), request.Etag, unit, RoleOf(request.Role), request.Borrow?.SkipHoldReason ?? "", overrideReason);
        var answer = await assign.HandleAsync(order, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident) };
    }

    public override async Task<V1.AcceptAssignmentResponse> AcceptAssignment(V1.AcceptAssignmentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await progress.AcceptAsync(JobOf(request.Name, request.OccurTime), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident) };
    }

    public override async Task<V1.ConfirmOfferShownResponse> ConfirmOfferShown(V1.ConfirmOfferShownRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await progress.ShownAsync(NameOf(request.Name), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident) };
    }

    public override async Task<V1.DeclineAssignmentResponse> DeclineAssignment(V1.DeclineAssignmentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await progress.DeclineAsync(JobOf(request.Name, request.OccurTime), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident) };
    }

    public override async Task<V1.ReportStatusResponse> ReportStatus(V1.ReportStatusRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await progress.StatusAsync(JobOf(request.Name, request.OccurTime), (AssignmentState)request.State, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident) };
    }

    public override async Task<V1.ClearAssignmentResponse> ClearAssignment(V1.ClearAssignmentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var disposition = request.Disposition.Length > 0 ? request.Disposition : null;
        var answer = await progress.ClearAsync(JobOf(request.Name, request.OccurTime), disposition, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident), Consequences = { answer.Consequences } };
    }

    public override async Task<V1.WithdrawAssignmentResponse> WithdrawAssignment(V1.WithdrawAssignmentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await progress.WithdrawAsync(JobOf(request.Name, request.OccurTime), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident), Consequences = { answer.Consequences } };
    }

    /// <summary>Who says nothing about the role wants a unit to lead.</summary>
    internal static AssignmentRole RoleOf(V1.AssignmentRole role) => role is V1.AssignmentRole.Unspecified ? AssignmentRole.Primary : (AssignmentRole)role;

    public override async Task<V1.FailAssignmentResponse> FailAssignment(V1.FailAssignmentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await progress.FailAsync(JobOf(request.Name, request.OccurTime), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident), Consequences = { answer.Consequences } };
    }

    public override async Task<V1.PreemptAssignmentResponse> PreemptAssignment(V1.PreemptAssignmentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var urgent = (IncidentRpc.NameOf(request.Parent), request.Etag);
        var answer = await preempt.HandleAsync(urgent, NameOf(request.Assignment), request.Reason, request.LeaveScene, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Assignment = ToWire(answer), Incident = IncidentWire.ToWire(answer.Incident), Consequences = { answer.Consequences } };
    }

    private static AssignmentName NameOf(string text) => AssignmentName.Parse(text) ?? throw new NotFound(text);

    private static TimedJob JobOf(string text, Timestamp? occurTime) => new(NameOf(text), occurTime?.ToDateTimeOffset());

    private static V1.Assignment ToWire(IncidentAnswer answer) => AssignmentWire.ToWire(answer.Assigned);
}
