using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.StatusCodes;

/// <summary>A status as it comes in by its code.</summary>
/// <param name="Assignment">The one it is about; null = the unit's current one.</param>
public sealed record StatusReport(UnitName Unit, string Code, AssignmentName? Assignment, string? Disposition, string? Text)
{
    /// <summary>When it happened, of a code about an assignment; null = now.</summary>
    public DateTimeOffset? OccurTime { get; init; }
}

/// <summary>A unit reports by a code; the meaning of the code decides what it does, and to one assignment at most.</summary>
public sealed class ReportUnitStatus(StatusDesk desk, DutyWriter duties, ReportProgress progress, SignOffUnit signOff, TimeProvider clock)
{
    public async Task<UnitView> HandleAsync(StatusReport report, Call call, RequestKey request, CancellationToken cancellation)
    {
        var look = await desk.LookAsync(report.Unit, call, request, cancellation);
        if (look.Answered is { } answered) return answered;
        if (look.Moved is { } moved) return await AnswerAsync(report.Unit, moved, call, request);
        var opening = await desk.OpenAsync(report, look.Sight, call, cancellation);
        var code = opening.Code;
        switch (code.Meaning)
        {
            case StatusMeaning.Available or StatusMeaning.Patrolling or StatusMeaning.Break or StatusMeaning.OutOfService:
                return await ChangeAsync(report, code, call, request, cancellation);
            case StatusMeaning.SpeechRequest or StatusMeaning.SpeechUrgent or StatusMeaning.IncidentReport:
                return await AskAsync(report, code.Meaning, call, request, cancellation);
            case StatusMeaning.OffDuty:
                return await signOff.HandleAsync(report.Unit, call, request, cancellation);
            default:
                var consequences = await MoveOnceAsync(code.Meaning, new(desk.JobOf(report, opening), report.OccurTime) { Text = report.Text }, report.Disposition, call, request, cancellation);
                return await AnswerAsync(report.Unit, consequences, call, request);
        }
    }

    // What is done is answered, whether its caller waits or not: only then is the answer there for a repeated report.
    private Task<UnitView> AnswerAsync(UnitName unit, IReadOnlyList<string> consequences, Call call, RequestKey request) => desk.AnswerAsync(unit, consequences, call, request, CancellationToken.None);

    // Of the same report twice at once, the one that comes later may find the job over and out of its reach: it was done all the same.
    private async Task<IReadOnlyList<string>> MoveOnceAsync(StatusMeaning meaning, TimedJob job, string? disposition, Call call, RequestKey request, CancellationToken cancellation)
    {
        try
        {
            return (await MoveAsync(meaning, job, disposition, call, request with { Method = request.Method + "#assignment" }, cancellation)).Consequences;
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            if (await desk.MovedAsync(call, request, cancellation) is not { } moved) throw;
            return moved;
        }
    }

    private Task<IncidentAnswer> MoveAsync(StatusMeaning meaning, TimedJob job, string? disposition, Call call, RequestKey request, CancellationToken cancellation) => meaning switch
    {
        StatusMeaning.UnderWay => progress.SetOutAsync(job, call, request, cancellation),
        StatusMeaning.OnScene => progress.StatusAsync(job, AssignmentState.OnScene, call, request, cancellation),
        StatusMeaning.JobDone => progress.ClearAsync(job, disposition, call, request, cancellation),
        StatusMeaning.Transporting => progress.TransportAsync(job, call, request, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "Not about an assignment."),
    };

    // On the radio there is no text: the code's own name is the reason.
    private Task<UnitView> ChangeAsync(StatusReport report, StatusCode code, Call call, RequestKey request, CancellationToken cancellation)
    {
        var to = code.Meaning switch
        {
            StatusMeaning.Available => UnitActivity.Available,
            StatusMeaning.Patrolling => UnitActivity.Patrolling,
            StatusMeaning.Break => UnitActivity.Break,
            StatusMeaning.OutOfService => UnitActivity.OutOfService,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code.Meaning, "Not an activity."),
        };
        var act = new Act(call.Caller.Subject, clock.GetUtcNow(), report.Text ?? (to is UnitActivity.OutOfService ? code.Label : null));
        return duties.WriteAsync(report.Unit, act, call, request, (unit, slot) => ChangeActivity.Decide(unit, slot, to, act), cancellation);
    }

    private Task<UnitView> AskAsync(StatusReport report, StatusMeaning meaning, Call call, RequestKey request, CancellationToken cancellation)
    {
        var kind = meaning switch
        {
            StatusMeaning.SpeechRequest => DeskCallKind.Speech,
            StatusMeaning.SpeechUrgent => DeskCallKind.SpeechUrgent,
            StatusMeaning.IncidentReport => DeskCallKind.IncidentReport,
            _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "Not a call to the desk."),
        };
        var act = new Act(call.Caller.Subject, clock.GetUtcNow(), report.Text);
        return duties.WriteAsync(report.Unit, act, call, request, (unit, _) => new(
            unit.Duty.Ask(kind, unit.Called, act),
            sequence => new UnitSpeechRequested(unit.Name.Value, unit.Name.Owner.Value, sequence, act.At, kind.ToString())), cancellation);
    }
}
