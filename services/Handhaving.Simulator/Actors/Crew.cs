using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors;

/// <summary>The crew of a unit that got an offer: answers, drives, works, clears.</summary>
public sealed class Crew(Platform platform, Intentions intentions, Dispatcher dispatcher, SimulationClock clock, int seed)
{
    /// <summary>The dispatcher takes an offer back that stands unanswered for so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>The incident as it is after the work, or null when the crew did not take it or it was taken off them.</summary>
    public async Task<Incident?> RespondAsync(Offer offer, ReportPlan plan, CancellationToken cancellation)
    {
        try
        {
            return await AnswerAsync(offer, cancellation) ? await WorkAsync(offer, plan, cancellation) : null;
        }
        catch (RefusedException)
        {
            // The offer expired, or a person at a desk stepped in: the refusal stands in the ledger, the incident is looked at afresh.
            return null;
        }
    }

    private async Task<bool> AnswerAsync(Offer offer, CancellationToken cancellation)
    {
        var chance = new Chance(seed, $"answer/{offer.Key}");
        var answer = offer.Unit.Temperament.Answer(chance);
        var thinks = ServiceTime.Acknowledge.Sample(chance);
        if (answer == CrewAnswer.Silent || thinks > Patience)
        {
            await clock.PassAsync(Patience, cancellation);
            await dispatcher.WithdrawAsync(offer, cancellation);
            return false;
        }
        await clock.PassAsync(thinks, cancellation);
        if (answer == CrewAnswer.Accept)
            await AcceptAsync(offer, cancellation);
        else
            await DeclineAsync(offer, cancellation);
        return answer == CrewAnswer.Accept;
    }

    private async Task<Incident> WorkAsync(Offer offer, ReportPlan plan, CancellationToken cancellation)
    {
        await ReportAsync(offer, AssignmentState.EnRoute, Effect.EnRoute, cancellation);
        await clock.PassAsync(offer.Unit.DriveTo(plan.Place, clock.Elapsed), cancellation);
        await ReportAsync(offer, AssignmentState.OnScene, Effect.OnScene, cancellation);
        await clock.PassAsync(plan.OnScene, cancellation);
        return await ClearAsync(offer, cancellation);
    }

    private async Task AcceptAsync(Offer offer, CancellationToken cancellation)
    {
        var call = intentions.To("AcceptAssignment", offer.Key);
        var request = new AcceptAssignmentRequest { Name = offer.Assignment.Name, RequestId = call.RequestId };
        await platform.Caller.SendAsync(
            call, offer.ToEffect(Effect.Accepted), options => platform.Assignments.AcceptAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
    }

    private async Task DeclineAsync(Offer offer, CancellationToken cancellation)
    {
        var call = intentions.To("DeclineAssignment", offer.Key);
        var request = new DeclineAssignmentRequest { Name = offer.Assignment.Name, Reason = "Bezig met een eigen waarneming.", RequestId = call.RequestId };
        await platform.Caller.SendAsync(
            call, offer.ToEffect(Effect.Declined), options => platform.Assignments.DeclineAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
    }

    private async Task ReportAsync(Offer offer, AssignmentState state, string step, CancellationToken cancellation)
    {
        var call = intentions.To("ReportStatus", $"{offer.Key}/{state}");
        var request = new ReportStatusRequest { Name = offer.Assignment.Name, State = state, RequestId = call.RequestId };
        await platform.Caller.SendAsync(
            call, offer.ToEffect(step), options => platform.Assignments.ReportStatusAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
    }

    private async Task<Incident> ClearAsync(Offer offer, CancellationToken cancellation)
    {
        var call = intentions.To("ClearAssignment", offer.Key);
        var request = new ClearAssignmentRequest { Name = offer.Assignment.Name, Disposition = Dispositions.Usual, RequestId = call.RequestId };
        var answer = await platform.Caller.SendAsync(
            call, offer.ToEffect(Effect.Cleared), options => platform.Assignments.ClearAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
        return answer.Incident;
    }
}
