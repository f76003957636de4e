using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors;

/// <summary>Plays one report from the phone call to closed.</summary>
public sealed class IncidentCase(Dispatcher dispatcher, Crew crew, SimulationClock clock, SemaphoreSlim desks, Tally tally)
{
    /// <summary>Waits for its moment and plays; a case that cannot go on ends with its refusal in the ledger.</summary>
    public async Task PlayAsync(ReportPlan plan, CancellationToken cancellation)
    {
        await clock.UntilAsync(plan.At, cancellation);
        if (clock.Draining)
            return;
        try
        {
            var incident = await ReportAsync(plan, cancellation);
            var handled = await HandleAsync(plan, incident.Name, cancellation);
            await dispatcher.CloseAsync(handled, $"{plan.Number}", cancellation);
            tally.Close();
        }
        catch (RefusedException refused)
        {
            tally.Break(plan.Number, refused.Message);
        }
        catch (UnansweredException unanswered)
        {
            tally.Break(plan.Number, unanswered.Message);
        }
    }

    /// <summary>One person at a desk takes the call and writes the report.</summary>
    private async Task<Incident> ReportAsync(ReportPlan plan, CancellationToken cancellation)
    {
        await desks.WaitAsync(cancellation);
        try
        {
            await clock.PassAsync(plan.Entry, cancellation);
            var incident = await dispatcher.ReportAsync(plan, cancellation);
            tally.Open();
            return incident;
        }
        finally
        {
            desks.Release();
        }
    }

    /// <summary>Offers until a crew has done the work; an incident without a unit at the end of the evening is settled at the desk.</summary>
    private async Task<Incident> HandleAsync(ReportPlan plan, string incident, CancellationToken cancellation)
    {
        for (var round = 1; ; round++)
        {
            if (await dispatcher.OfferAsync(incident, $"{plan.Number}/{round}", cancellation) is not { } offer)
                return await dispatcher.SettleAsync(incident, $"{plan.Number}", cancellation);
            tally.Engage();
            var handled = await crew.RespondAsync(offer, plan, cancellation);
            tally.Release();
            if (handled is not null)
                return handled;
        }
    }
}
