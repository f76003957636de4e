using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors.Desks;
using Handhaving.Simulator.Actors.Units;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors;

/// <summary>Gets an incident done on the street: a unit that leads, and a second one where it asks for help.</summary>
public sealed class FieldWork(Dispatcher dispatcher, Crew crew, SimulationClock clock, Tally tally)
{
    /// <summary>Offers until a crew has done the work; null when the evening ends without a unit.</summary>
    public async Task<Incident?> DoAsync(ReportPlan plan, string incident, string key, CancellationToken cancellation)
    {
        for (var round = 1; ; round++)
        {
            using var job = await dispatcher.OfferAsync(incident, plan.Priority, $"{key}/{round}", cancellation);
            if (job is null)
                return null;
            if (await LeadAsync(job, plan, cancellation) is { } handled)
                return handled;
        }
    }

    /// <summary>Null when the crew did not take it, it was taken off them, or a person at a desk stepped in: the incident is looked at afresh.</summary>
    private async Task<Incident?> LeadAsync(Job job, ReportPlan plan, CancellationToken cancellation)
    {
        try
        {
            if (!await crew.ArriveAsync(job, plan.Place, cancellation))
                return null;
            var help = plan.NeedsBackup ? HelpAsync(job, plan, cancellation) : Task.CompletedTask;
            await Task.WhenAll(clock.PassAsync(plan.OnScene, cancellation), help);
            return await crew.ClearAsync(job, plan.Disposition, cancellation);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    /// <summary>A second unit stays for half of the work and leaves the outcome to the one that leads.</summary>
    private async Task HelpAsync(Job lead, ReportPlan plan, CancellationToken cancellation)
    {
        using var job = await dispatcher.OfferBackupAsync(lead.Incident, plan.Priority, $"{lead.Key}/backup", cancellation);
        if (job is null)
            return;
        try
        {
            if (!await crew.ArriveAsync(job, plan.Place, cancellation))
                return;
            tally.Count(Happening.Backup);
            await clock.PassAsync(plan.OnScene / 2, cancellation);
            await crew.ClearAsync(job, "", cancellation);
        }
        catch (RefusedException)
        {
            // The refusal stands in the ledger; the unit that leads goes on alone.
        }
    }
}
