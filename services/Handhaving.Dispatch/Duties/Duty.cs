using System.Text.Json.Serialization;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access.Fields;

namespace Handhaving.Dispatch.Duties;

/// <summary>What a unit on duty does by its own word.</summary>
public enum UnitActivity { Available = 1, Patrolling, Break, OutOfService }

/// <summary>What a unit asks of the desk.</summary>
public enum DeskCallKind { Speech = 1, SpeechUrgent, IncidentReport }

/// <summary>One thing that a unit asks of the desk and that was not answered yet.</summary>
public sealed record DeskCall(DeskCallKind Kind, DateTimeOffset At, string? Note);

/// <summary>A unit's time on duty: an immutable value; each act gives the next one.</summary>
public sealed record Duty
{
    private const int MostReports = 10;

    public required DateTimeOffset SignedOnAt { get; init; }
    public string? Vehicle { get; init; }
    public string? Radio { get; init; }
    public IReadOnlyList<string> Equipment { get; init; } = [];

    /// <summary>When it should end; after it the unit is warned, never signed off.</summary>
    public DateTimeOffset? EndsAt { get; init; }
    public UnitActivity Activity { get; init; } = UnitActivity.Available;
    public string? ActivityReason { get; init; }
    public required DateTimeOffset ActivitySince { get; init; }
    public IReadOnlyList<DeskCall> Calls { get; init; } = [];

    [JsonIgnore]
    public bool TakesWork => Activity is UnitActivity.Available or UnitActivity.Patrolling;

    public static Duty Start(DateTimeOffset at) => new() { SignedOnAt = at, ActivitySince = at };

    public bool IsOver(DateTimeOffset now) => EndsAt is { } end && now >= end;

    /// <param name="hasJob">An assignment, offered ones too, holds the unit's slot: nothing but the job's own steps can be reported.</param>
    public Duty Change(UnitActivity to, bool hasJob, CalledUnit unit, Act act)
    {
        DutyRules.Free.Require(!hasJob, unit.Words);
        DutyRules.Activity.Require(DutyRules.Allows(Activity, to),
            [.. unit.Words, ("from", Activity.ToString()), ("fromLabel", DutyRules.NameOf(Activity)), ("to", to.ToString()), ("toLabel", DutyRules.NameOf(to))]);
        DutyRules.Reason.Require(to is not UnitActivity.OutOfService || !act.Text.IsBlank(), unit.Words);
        return this with { Activity = to, ActivityReason = act.Text, ActivitySince = act.At };
    }

    /// <param name="most">How far ahead of now it may end.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">DUTY_EXTENSION_NOT_POSSIBLE.</exception>
    public Duty Extend(DateTimeOffset end, TimeSpan most, CalledUnit unit, Act act)
    {
        var isLater = end > act.At && (EndsAt is not { } stands || end > stands);
        DutyRules.Extension.Require(isLater && end <= act.At + most, [.. unit.Words, ("hours", $"{(int)most.TotalHours}")]);
        return this with { EndsAt = end };
    }

    /// <summary>One call of each kind stands at a time, of own reports ten: a repeated press is told that it is heard already.</summary>
    public Duty Ask(DeskCallKind kind, CalledUnit unit, Act act)
    {
        var open = Calls.Count(call => call.Kind == kind);
        DutyRules.NotAskedYet.Require(open < (kind is DeskCallKind.IncidentReport ? MostReports : 1), [.. unit.Words, ("since", Calls.LastOrDefault(call => call.Kind == kind)?.At.ToString("O") ?? "")]);
        // Each call has its own time, later than those before it: by it the desk says what it saw.
        var at = Calls.Count > 0 && Calls[^1].At >= act.At ? Calls[^1].At.AddTicks(1) : act.At;
        return this with { Calls = [.. Calls, new(kind, at, act.Text)] };
    }

    /// <summary>What is urgent, or was seen by nobody but the crew, is not lost because they go home.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">DESK_CALL_UNANSWERED.</exception>
    public static void RequireAnswered(IReadOnlyList<DeskCall> calls, CalledUnit unit)
    {
        if (calls.FirstOrDefault(call => call.Kind is DeskCallKind.SpeechUrgent or DeskCallKind.IncidentReport) is not { } open) return;
        throw DutyRules.CallsAnswered.Broken([.. unit.Words, ("asked", open.Kind.ToString()), ("since", open.At.ToString("O")),
            ("askedLabel", open.Kind is DeskCallKind.SpeechUrgent ? "spraak met spoed" : "eigen incidentmelding"), ("sinceLabel", Recommendation.UnitFilter.DutchClock(open.At))]);
    }

    /// <summary>Answers what was seen; what was asked after it stays, so that nothing is lost unread.</summary>
    /// <param name="until">Time of the newest call that was seen; null = not said, and then the first alone counts as seen.</param>
    public Duty Answer(DateTimeOffset? until, CalledUnit unit)
    {
        var seen = until ?? (Calls.Count > 0 ? Calls[0].At : null);
        DutyRules.Asked.Require(Calls.Any(call => call.At <= seen), unit.Words);
        return this with { Calls = [.. Calls.Where(call => call.At > seen)] };
    }
}
