using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Assignments;

/// <summary>What a unit reports about its assignment, or the dispatcher for it by radio: accept, decline, under way, on scene, done; and the dispatcher's withdrawal.</summary>
public sealed class ReportProgress(IncidentWriter incidents, IncidentCatalog catalog, TenantSettings settings, CrewCheck crews)
{
    public Task<IncidentAnswer> AcceptAsync(AssignmentName name, Call call, RequestKey request, CancellationToken cancellation) =>
        TakeOnAsync(name, call, request, (_, accept, _) => accept(), cancellation);

    public Task<IncidentAnswer> DeclineAsync(AssignmentName name, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, reason, call, request, (incident, act) => incident.Decline(name, act), cancellation);

    public Task<IncidentAnswer> WithdrawAsync(AssignmentName name, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, reason, call, request, (incident, act) => incident.Withdraw(name, act), cancellation);

    public Task<IncidentAnswer> FailAsync(AssignmentName name, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, reason, call, request, (incident, act) => incident.Fail(name, act), cancellation);

    /// <exception cref="RuleBroken">TRANSITION_NOT_ALLOWED for any state but under way and on scene.</exception>
    public Task<IncidentAnswer> StatusAsync(AssignmentName name, AssignmentState state, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, null, call, request, (incident, act) => state switch
        {
            AssignmentState.EnRoute => incident.GoEnRoute(name, act),
            AssignmentState.OnScene => incident.Arrive(name, act),
            _ => throw AssignmentRules.NotFrom(incident.Find(name).State, state.ToString()),
        }, cancellation);

    /// <summary>Under way; an offer that is still out is accepted by it.</summary>
    public Task<IncidentAnswer> SetOutAsync(AssignmentName name, Call call, RequestKey request, CancellationToken cancellation) =>
        TakeOnAsync(name, call, request, (incident, accept, act) => (incident.Find(name).State is AssignmentState.Offered ? accept() : incident).GoEnRoute(name, act), cancellation);

    /// <summary>Takes somebody along: only a mark in the timeline.</summary>
    public Task<IncidentAnswer> TransportAsync(AssignmentName name, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(name, null, call, request, (incident, act) => incident.Transport(name, act), cancellation);

    public Task<IncidentAnswer> ClearAsync(AssignmentName name, string? disposition, Call call, RequestKey request, CancellationToken cancellation)
    {
        if (disposition is not null) catalog.RequireDisposition(disposition);
        return MoveAsync(name, null, call, request, (incident, act) => incident.Clear(name, disposition, act), cancellation);
    }

    // An offer is taken by a unit that may still do it: the unit and what it may carry there are looked up for these acts alone.
    private Task<IncidentAnswer> TakeOnAsync(AssignmentName name, Call call, RequestKey request, Func<Incident, Func<Incident>, Act, Incident> move, CancellationToken cancellation) =>
        AsCrewAsync(name, call, request, async acting =>
        {
            var allowed = OfferTerms.AllowedEquipmentOf(await settings.OfAsync(name.Incident.Tenant, cancellation));
            return await incidents.WriteAsync(acting, name.Incident, request, null, Opening.WithUnits, desk =>
            {
                var (incident, act) = (desk.Existing(), new Act(call.Caller.Subject, desk.Now));
                return new(move(incident, () => incident.Accept(name, desk.OnIt, catalog.TypeOf(incident), allowed, act), act), name);
            }, cancellation);
        }, cancellation);

    private Task<IncidentAnswer> MoveAsync(AssignmentName name, string? text, Call call, RequestKey request, Func<Incident, Act, Incident> move, CancellationToken cancellation) =>
        AsCrewAsync(name, call, request, acting => incidents.WriteAsync(acting, name.Incident, request, null, Opening.Existing, desk =>
        {
            var act = new Act(call.Caller.Subject, desk.Now, text);
            var moved = move(desk.Existing(), act).WithoutLead(desk.Existing(), catalog, act);
            return new(moved, name) { Consequences = [.. moved.LeadConsequences] };
        }, cancellation), cancellation);

    // Who left the crew since is answered as before. Looked for after the refusal: of the same report twice at once, whatever refuses the later one was committed with that answer.
    private async Task<IncidentAnswer> AsCrewAsync(AssignmentName name, Call call, RequestKey request, Func<Call, Task<IncidentAnswer>> write, CancellationToken cancellation)
    {
        Call acting;
        try
        {
            acting = await crews.RequireAsync(name, call, cancellation);
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            if (await incidents.FindAnswerAsync(call, name.Incident, request, cancellation) is { } answered) return answered;
            throw;
        }
        return await write(acting);
    }
}
