using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors.Desks;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Places;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors.Units;

/// <summary>The crew of a unit that got an offer: answers, drives, arrives, clears.</summary>
public sealed class Crew(Platform platform, Intentions intentions, Dispatcher dispatcher, SimulationClock clock, Tally tally)
{
    /// <summary>The dispatcher takes an offer back that stands unanswered for so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>Who is late is at least so late that the platform has let the offer end.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(500);

    private static readonly string[] Excuses = ["Bezig met een eigen waarneming.", "Te ver weg.", "Verdachte in het voertuig.", "Technische storing aan het voertuig."];

    /// <summary>Answers and drives; true when the unit is on scene, false when the crew did not take it or it was taken off them.</summary>
    /// <exception cref="RefusedException">The offer had ended, or a person at a desk stepped in.</exception>
    public async Task<bool> ArriveAsync(Job job, Point place, CancellationToken cancellation)
    {
        if (!await AnswerAsync(job, cancellation))
            return false;
        job.IsUnderWay = true;
        await ReportAsync(job, AssignmentState.EnRoute, Effect.EnRoute, cancellation);
        if (!await DriveAsync(job, place, cancellation))
            return false;
        job.IsUnderWay = false;
        await ReportAsync(job, AssignmentState.OnScene, Effect.OnScene, cancellation);
        return true;
    }

    /// <summary>The work is done; an empty outcome leaves it to the unit that leads. Gives the incident after it.</summary>
    public async Task<Incident> ClearAsync(Job job, string disposition, CancellationToken cancellation)
    {
        var call = intentions.To("ClearAssignment", job.Key);
        var request = new ClearAssignmentRequest { Name = job.Assignment.Name, Disposition = disposition, RequestId = call.RequestId };
        var answer = await platform.Caller.SendAsync(
            call, job.ToEffect(Effect.Cleared), options => platform.Assignments.ClearAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
        return answer.Incident;
    }

    private async Task<bool> AnswerAsync(Job job, CancellationToken cancellation)
    {
        var chance = new Chance(intentions.Seed, $"answer/{job.Key}");
        var answer = job.Unit.Temperament.Answer(chance);
        var thinks = ServiceTime.Acknowledge.Sample(chance);
        if (answer == CrewAnswer.Late)
            return await AcceptLateAsync(job, cancellation);
        if (answer == CrewAnswer.Silent || thinks > Patience)
            return await LetGoAsync(job, cancellation);
        await clock.PassAsync(thinks, cancellation);
        if (answer == CrewAnswer.Accept)
            await AcceptAsync(job, cancellation);
        else
            await DeclineAsync(job, chance.Pick(Excuses, _ => 1), cancellation);
        return answer == CrewAnswer.Accept;
    }

    private async Task<bool> LetGoAsync(Job job, CancellationToken cancellation)
    {
        tally.Count(Happening.Late);
        await clock.PassAsync(Patience, cancellation);
        await dispatcher.WithdrawAsync(job, cancellation);
        return false;
    }

    /// <summary>The platform's own clock ends the offer, in real time; at the end of the evening nobody waits for that.</summary>
    private async Task<bool> AcceptLateAsync(Job job, CancellationToken cancellation)
    {
        var left = job.Assignment.ExpireTime.ToDateTimeOffset() - clock.Time.GetUtcNow() + Lateness;
        await clock.PassRealAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellation);
        if (clock.Draining)
            return await LetGoAsync(job, cancellation);
        tally.Count(Happening.Late);
        await AcceptAsync(job, cancellation);
        return true;
    }

    /// <summary>False when the unit was sent elsewhere on its way.</summary>
    private async Task<bool> DriveAsync(Job job, Point place, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(job.Taken, cancellation);
        try
        {
            await clock.PassAsync(job.Unit.DriveTo(place, clock.Elapsed), either.Token);
            return !job.Taken.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task AcceptAsync(Job job, CancellationToken cancellation)
    {
        var call = intentions.To("AcceptAssignment", job.Key);
        var request = new AcceptAssignmentRequest { Name = job.Assignment.Name, RequestId = call.RequestId };
        await platform.Caller.SendAsync(
            call, job.ToEffect(Effect.Accepted), options => platform.Assignments.AcceptAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
    }

    private async Task DeclineAsync(Job job, string excuse, CancellationToken cancellation)
    {
        var call = intentions.To("DeclineAssignment", job.Key);
        var request = new DeclineAssignmentRequest { Name = job.Assignment.Name, Reason = excuse, RequestId = call.RequestId };
        await platform.Caller.SendAsync(
            call, job.ToEffect(Effect.Declined), options => platform.Assignments.DeclineAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
        tally.Count(Happening.Declined);
    }

    private async Task ReportAsync(Job job, AssignmentState state, string step, CancellationToken cancellation)
    {
        var call = intentions.To("ReportStatus", $"{job.Key}/{state}");
        var request = new ReportStatusRequest { Name = job.Assignment.Name, State = state, RequestId = call.RequestId };
        await platform.Caller.SendAsync(
            call, job.ToEffect(step), options => platform.Assignments.ReportStatusAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
    }
}
