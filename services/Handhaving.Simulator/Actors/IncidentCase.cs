using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors.Desks;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors;

/// <summary>Plays one report from the phone call to its end.</summary>
public sealed class IncidentCase(Intake intake, Decisions decisions, FieldWork work, SimulationClock clock, CaseDesks desks)
{
    private static readonly TimeSpan BeforeCancelling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PlannedLater = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan BeforeReopening = TimeSpan.FromMinutes(10);

    /// <summary>Waits for its moment and plays; a case that cannot go on ends with its refusal in the ledger.</summary>
    public async Task PlayAsync(ReportPlan plan, CancellationToken cancellation)
    {
        await clock.UntilAsync(plan.At, cancellation);
        if (clock.Draining)
            return;
        try
        {
            var (incident, same) = await TakeCallAsync(plan, cancellation);
            if (same is not null)
                await CancelAsync(plan, incident, $"Dubbele melding, hoort bij {same.Number}.", cancellation);
            else
                await GoOnAsync(plan, incident, cancellation);
        }
        catch (Exception end) when (end is RefusedException or UnansweredException)
        {
            desks.Tally.Break(plan.Number, end.Message);
        }
        finally
        {
            intake.Forget(plan);
        }
    }

    /// <summary>One person at a desk takes the call, looks whether it is known, and writes the report.</summary>
    private async Task<(Incident Incident, Incident? Same)> TakeCallAsync(ReportPlan plan, CancellationToken cancellation)
    {
        await desks.Free.WaitAsync(cancellation);
        try
        {
            await clock.PassAsync(plan.Entry, cancellation);
            var same = await intake.FindSameAsync(plan, cancellation);
            return (await intake.ReportAsync(plan, cancellation), same);
        }
        finally
        {
            desks.Free.Release();
        }
    }

    private async Task GoOnAsync(ReportPlan plan, Incident incident, CancellationToken cancellation)
    {
        switch (plan.Fate)
        {
            case Fate.Cancelled:
                await clock.PassAsync(BeforeCancelling, cancellation);
                await CancelAsync(plan, incident, "De melder belt af.", cancellation);
                break;
            case Fate.Planned:
                var held = await decisions.HoldAsync(incident, $"{plan.Number}", cancellation);
                await clock.PassAsync(PlannedLater, cancellation);
                await EndAsync(plan, await decisions.ReleaseAsync(held, $"{plan.Number}", cancellation), 1, cancellation);
                desks.Tally.Count(Happening.Held);
                break;
            case Fate.Reopened:
                var closed = await EndAsync(plan, incident, 1, cancellation);
                await clock.PassAsync(BeforeReopening, cancellation);
                if (clock.Draining)
                    break;
                var reopened = await decisions.ReopenAsync(closed, $"{plan.Number}", cancellation);
                desks.Tally.Count(Happening.Reopened);
                await EndAsync(plan, reopened, 2, cancellation);
                break;
            case Fate.Worked:
                await EndAsync(plan, incident, 1, cancellation);
                break;
            default:
                throw new InvalidOperationException($"{plan.Fate} is not a fate.");
        }
        if (plan.Fate != Fate.Cancelled)
            desks.Tally.Count(Happening.Closed);
    }

    private async Task CancelAsync(ReportPlan plan, Incident incident, string reason, CancellationToken cancellation)
    {
        intake.Forget(plan);
        await decisions.CancelAsync(incident, reason, $"{plan.Number}", cancellation);
        desks.Tally.Count(Happening.Cancelled);
    }

    /// <summary>Units work until it is done; without any at the end of the evening it is settled at the desk. Then it is closed.</summary>
    private async Task<Incident> EndAsync(ReportPlan plan, Incident incident, int episode, CancellationToken cancellation)
    {
        var key = $"{plan.Number}/{episode}";
        var handled = await work.DoAsync(plan, incident.Name, key, cancellation)
            ?? await decisions.SettleAsync(incident, plan.Disposition, key, cancellation);
        intake.Forget(plan);
        return await decisions.CloseAsync(handled, key, cancellation);
    }
}

/// <summary>The desks that take calls, and what they count.</summary>
public sealed record CaseDesks(SemaphoreSlim Free, Tally Tally);
