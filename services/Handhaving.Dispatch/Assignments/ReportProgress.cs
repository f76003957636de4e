using Handhaving.Dispatch.Assignments.Steps;
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
    public Task<IncidentAnswer> AcceptAsync(TimedJob job, Call call, RequestKey request, CancellationToken cancellation) =>
        TakeOnAsync(job, call, request, (_, accept, _) => accept(), cancellation);

    /// <summary>A device of the crew shows the offer.</summary>
    public Task<IncidentAnswer> ShownAsync(AssignmentName name, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(new(name, null), null, call, request, (incident, act) => incident.Shown(name, act), cancellation);

    public Task<IncidentAnswer> DeclineAsync(TimedJob job, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(job, reason, call, request, (incident, act) => incident.Decline(job.Name, act), cancellation);

    public Task<IncidentAnswer> WithdrawAsync(TimedJob job, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(job, reason, call, request, (incident, act) => incident.Withdraw(job.Name, act with { By = null }).WithoutLead(incident, catalog, act), cancellation);

    public Task<IncidentAnswer> FailAsync(TimedJob job, string reason, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(job, reason, call, request, (incident, act) => incident.Fail(job.Name, act).WithoutLead(incident, catalog, act), cancellation);

    /// <exception cref="RuleBroken">TRANSITION_NOT_ALLOWED for any state but under way and on scene.</exception>
    public Task<IncidentAnswer> StatusAsync(TimedJob job, AssignmentState state, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(job, null, call, request, (incident, act) => state switch
        {
            AssignmentState.EnRoute => incident.GoEnRoute(job.Name, act),
            AssignmentState.OnScene => incident.Arrive(job.Name, act),
            _ => throw AssignmentRules.NotFrom(incident.Find(job.Name).State, state.ToString()),
        }, cancellation);

    /// <summary>Under way; an offer that is still out is accepted by it.</summary>
    public Task<IncidentAnswer> SetOutAsync(TimedJob job, Call call, RequestKey request, CancellationToken cancellation) =>
        TakeOnAsync(job, call, request, (incident, accept, act) => (incident.Find(job.Name).State is AssignmentState.Offered ? accept() : incident).GoEnRoute(job.Name, act), cancellation);

    /// <summary>Takes somebody along: only a mark in the timeline.</summary>
    public Task<IncidentAnswer> TransportAsync(TimedJob job, Call call, RequestKey request, CancellationToken cancellation) =>
        MoveAsync(job, null, call, request, (incident, act) => incident.Transport(job.Name, act), cancellation);

    public async Task<IncidentAnswer> ClearAsync(TimedJob job, string? disposition, Call call, RequestKey request, CancellationToken cancellation)
    {
        var outcomes = OutcomeList.Of(await settings.OfAsync(job.Name.Incident.Tenant, cancellation));
        return await MoveAsync(job, null, call, request, (incident, act) => incident.Clear(job.Name, disposition is null ? null : outcomes.Require(disposition), catalog, act), cancellation);
    }

    // An offer is taken by a unit that may still do it: the unit and what it may carry there are looked up for these acts alone.
    private Task<IncidentAnswer> TakeOnAsync(TimedJob job, Call call, RequestKey request, Func<Incident, Func<Incident>, Act, Incident> move, CancellationToken cancellation) =>
        AsCrewAsync(job.Name, call, request, async (acting, by) =>
        {
            var allowed = OfferTerms.AllowedEquipmentOf(await settings.OfAsync(job.Name.Incident.Tenant, cancellation));
            return await incidents.WriteAsync(acting, job.Name.Incident, request, null, Opening.WithUnits, desk =>
            {
                var (incident, act) = (desk.Existing(), ActOf(desk, job, call, by));
                return new(move(incident, () => incident.Accept(job.Name, desk.OnIt, catalog.TypeOf(incident), allowed, act), act), job.Name);
            }, cancellation);
        }, cancellation);

    private Task<IncidentAnswer> MoveAsync(TimedJob job, string? text, Call call, RequestKey request, Func<Incident, Act, Incident> move, CancellationToken cancellation) =>
        AsCrewAsync(job.Name, call, request, (acting, by) => incidents.WriteAsync(acting, job.Name.Incident, request, null, Opening.Existing, desk =>
        {
            var act = ActOf(desk, job, call, by, text);
            var moved = move(desk.Existing(), act);
            return new(moved, job.Name) { Consequences = [.. moved.LeadConsequences] };
        }, cancellation), cancellation);

    private static Act ActOf(Desk desk, TimedJob job, Call call, ReportedBy by, string? text = null) =>
        desk.ActOf(call.Caller.Subject, text ?? job.Text) with { OccurTime = OccurRules.Counted(job.OccurTime, desk.Now, LastStepOf(desk, job)), By = by };

    private static DateTimeOffset? LastStepOf(Desk desk, TimedJob job) => desk.Existing().Assignments.SingleOrDefault(one => one.Name == job.Name)?.LastStep.At;

    // Who left the crew since is answered as before. Looked for after the refusal: of the same report twice at once, whatever refuses the later one was committed with that answer.
    private async Task<IncidentAnswer> AsCrewAsync(AssignmentName name, Call call, RequestKey request, Func<Call, ReportedBy, Task<IncidentAnswer>> write, CancellationToken cancellation)
    {
        (Call Acting, ReportedBy By) acting;
        try
        {
            acting = await crews.RequireAsync(name, call, cancellation);
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            if (await incidents.FindAnswerAsync(call, name.Incident, request, cancellation) is { } answered) return answered;
            throw;
        }
        return await write(acting.Acting, acting.By);
    }
}
