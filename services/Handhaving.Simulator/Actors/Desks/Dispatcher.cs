using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors.Units;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors.Desks;

/// <summary>The dispatcher: offers incidents to the best unit, and takes a unit off something less urgent for an emergency.</summary>
public sealed class Dispatcher(Platform platform, Intentions intentions, Fleet fleet, SimulationClock clock, Tally tally)
{
    private const int Emergency = 1;
    private const int LongestPause = 8;
    private const int PicksTried = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooksReal = TimeSpan.FromMilliseconds(200);

    /// <summary>Looks for a unit to lead, less and less often, until one has the offer; null when the evening ends before one is found.</summary>
    public async Task<Job?> OfferAsync(string incident, int priority, string key, CancellationToken cancellation)
    {
        for (var look = 1; ; look++)
        {
            var advice = await RecommendAsync(incident, AssignmentRole.Primary, cancellation);
            if (await TryPicksAsync(incident, priority, advice, $"{key}/{look}", AssignmentRole.Primary, cancellation) is { } job)
                return job;
            if (priority == Emergency && await TryPreemptAsync(incident, advice, $"{key}/{look}", cancellation) is { } taken)
                return taken;
            if (clock.Draining)
                return null;
            await clock.PassAsync(BetweenLooks * Math.Min(look, LongestPause), BetweenLooksReal, cancellation);
        }
    }

    /// <summary>Looks once for a unit to help the one that leads; null when there is none.</summary>
    public async Task<Job?> OfferBackupAsync(string incident, int priority, string key, CancellationToken cancellation)
    {
        var advice = await RecommendAsync(incident, AssignmentRole.Backup, cancellation);
        return await TryPicksAsync(incident, priority, advice, key, AssignmentRole.Backup, cancellation);
    }

    /// <summary>Takes an offer back that was not answered. Refused when it has just expired, which comes to the same.</summary>
    public async Task WithdrawAsync(Job job, CancellationToken cancellation)
    {
        var call = intentions.To("WithdrawAssignment", job.Key);
        var request = new WithdrawAssignmentRequest { Name = job.Assignment.Name, Reason = "Geen antwoord van de eenheid.", RequestId = call.RequestId };
        await platform.Caller.SendAsync(
            call, job.ToEffect(Effect.Withdrawn), options => platform.Assignments.WithdrawAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
    }

    private Task<RecommendUnitsResponse> RecommendAsync(string incident, AssignmentRole role, CancellationToken cancellation)
    {
        var ask = new RecommendUnitsRequest { Name = incident, Limit = PicksTried, Role = role };
        return platform.Caller.AskAsync("RecommendUnits", options => platform.Incidents.RecommendUnitsAsync(ask, options), cancellation);
    }

    /// <summary>The desks see on their boards who got an offer since the advice was computed.</summary>
    private async Task<Job?> TryPicksAsync(
        string incident, int priority, RecommendUnitsResponse advice, string key, AssignmentRole role, CancellationToken cancellation)
    {
        var mine = advice.Picks.Where(pick => priority == Emergency || !IsHeld(pick)).Select(pick => fleet.Find(pick.Unit));
        foreach (var unit in mine.OfType<FieldUnit>().Where(unit => unit.Job is null))
        {
            var seen = await platform.GetIncidentAsync(incident, cancellation);
            var call = intentions.To("AssignUnit", $"{key}/{unit.Name}");
            var request = new AssignUnitRequest { Parent = seen.Name, Unit = unit.Name, Etag = seen.Etag, Role = role, Borrow = BorrowingFor(priority), RequestId = call.RequestId };
            var won = await UnlessTakenAsync(() => platform.Caller.SendAsync(
                call, new Effect(Effect.Offered, seen.Name, unit.Name), options => platform.Assignments.AssignUnitAsync(request, options),
                answer => answer.Incident.ToChange(), cancellation));
            if (won is not null)
                return unit.Begin(new(call.Key, won.Assignment, unit, priority));
        }
        return null;
    }

    private async Task<Job?> TryPreemptAsync(string incident, RecommendUnitsResponse advice, string key, CancellationToken cancellation)
    {
        if ((Advised(advice) ?? LeastUrgent(advice)) is not { } busy)
            return null;
        var seen = await platform.GetIncidentAsync(incident, cancellation);
        var call = intentions.To("PreemptAssignment", $"{key}/{busy.Unit.Name}") with { Beside = new Effect(Effect.Preempted, WireNames.IncidentOf(busy.Assignment.Name), busy.Unit.Name) };
        var request = new PreemptAssignmentRequest
        {
            Parent = seen.Name, Etag = seen.Etag, Assignment = busy.Assignment.Name, Reason = "Spoedmelding gaat voor.", RequestId = call.RequestId,
        };
        var won = await UnlessTakenAsync(() => platform.Caller.SendAsync(
            call, new Effect(Effect.Offered, seen.Name, busy.Unit.Name), options => platform.Assignments.PreemptAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation));
        if (won is null)
            return null;
        tally.Count(Happening.Preempted);
        var job = busy.Unit.Begin(new(call.Key, won.Assignment, busy.Unit, Emergency));
        busy.TakeAway();
        return job;
    }

    /// <summary>What the platform itself proposes to interrupt, best first, if the unit is not there yet.</summary>
    private Job? Advised(RecommendUnitsResponse advice) => advice.Picks.Where(pick => pick.Interrupts.Length > 0)
        .Select(pick => fleet.Find(pick.Unit)?.Job is { } job && job.Assignment.Name == pick.Interrupts ? job : null).FirstOrDefault(MayBeTaken);

    /// <summary>Of the units that fit but for being busy, the one on the least urgent incident that is not there yet.</summary>
    private Job? LeastUrgent(RecommendUnitsResponse advice) => advice.Rejections.Where(rejected => rejected.Reasons is [{ Code: "NOT_AVAILABLE" }])
        .Select(rejected => fleet.Find(rejected.Unit)?.Job).Where(MayBeTaken).MaxBy(job => job?.Priority);

    private static bool MayBeTaken(Job? job) => job is { IsUnderWay: true, Priority: > Emergency };

    /// <summary>A unit of another team, for which the incident has not waited long enough yet.</summary>
    private bool IsHeld(UnitPick pick) => pick.HoldUntilTime is { } until && until.ToDateTimeOffset() > clock.Time.GetUtcNow();

    /// <summary>An emergency does not wait; the reason counts only where the unit would be borrowed.</summary>
    private static Borrowing? BorrowingFor(int priority) => priority == Emergency ? new() { SkipHoldReason = "Spoed: er is geen eigen eenheid." } : null;

    /// <summary>Null when the unit went elsewhere, arrived, or has a break, or the incident changed since it was read: the next one is tried then.</summary>
    private static async Task<TAnswer?> UnlessTakenAsync<TAnswer>(Func<Task<TAnswer>> call) where TAnswer : class
    {
        try
        {
            return await call();
        }
        catch (RefusedException refused) when (refused.Code == StatusCode.Aborted || refused.Reason is "TRANSITION_NOT_ALLOWED" or "BORROW_HOLD"
            || refused.Reason.StartsWith("UNIT_", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
