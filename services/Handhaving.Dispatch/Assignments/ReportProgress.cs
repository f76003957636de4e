using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Assignments;

/// <summary>What a unit reports about its assignment, or the dispatcher for it by radio: accept, decline, under way, on scene, done; and the dispatcher's withdrawal.</summary>
public sealed class ReportProgress(IncidentWriter incidents, IncidentCatalog catalog, CrewCheck crews, TimeProvider clock)
{
    public Task<IncidentAnswer> AcceptAsync(AssignmentName name, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, null, call, request, (incident, act) => incident.Accept(name, act), cancellation);

    public Task<IncidentAnswer> DeclineAsync(AssignmentName name, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, reason, call, request, (incident, act) => incident.Decline(name, act), cancellation);

    public Task<IncidentAnswer> WithdrawAsync(AssignmentName name, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, reason, call, request, (incident, act) => incident.Withdraw(name, act), cancellation);

    /// <exception cref="RuleBroken">TRANSITION_NOT_ALLOWED for any state but under way and on scene.</exception>
    public Task<IncidentAnswer> StatusAsync(AssignmentName name, AssignmentState state, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, null, call, request, (incident, act) => state switch
        {
            AssignmentState.EnRoute => incident.GoEnRoute(name, act),
            AssignmentState.OnScene => incident.Arrive(name, act),
            _ => throw AssignmentRules.Transition.Broken(("from", incident.Find(name).State.ToString()), ("to", state.ToString())),
        }, cancellation);

    public Task<IncidentAnswer> ClearAsync(AssignmentName name, string? disposition, Call call, RequestKey request, CancellationToken cancellation)
    {
        if (disposition is not null) catalog.RequireDisposition(disposition);
        return MoveAsync(name, null, call, request, (incident, act) => incident.Clear(name, disposition, act), cancellation);
    }

    private async Task<IncidentAnswer> MoveAsync(AssignmentName name, string? text, Call call, RequestKey request, Func<Incident, Act, Incident> move, CancellationToken cancellation)
    {
        await crews.RequireAsync(name, call, cancellation);
        var act = new Act(call.Caller.Subject, clock.GetUtcNow(), text);
        return await incidents.WriteAsync(call, name.Incident, request, null, Opening.Existing, desk => new(move(desk.Existing(), act), name), cancellation);
    }
}
