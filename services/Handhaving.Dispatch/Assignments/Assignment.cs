using System.Text.Json;
using System.Text.Json.Serialization;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Assignments;

/// <summary>State of an assignment, in the order in which it advances.</summary>
public enum AssignmentState { Offered = 1, Accepted, EnRoute, OnScene, Cleared, Declined, Expired, Withdrawn, Failed, Preempted }

/// <summary>Whether a unit leads on an incident or helps there.</summary>
public enum AssignmentRole { Primary = 1, Backup }

/// <summary>Why the rules called a unit back: the police who must lead have gone or did the job, or it may not do what the incident turned out to be.</summary>
public enum CalledBack { LeadGone = 1, LeadDone, NotFit }

/// <summary>One unit on one incident (inzet). Times are the true ones, and written once.</summary>
public sealed record Assignment
{
    public required AssignmentName Name { get; init; }
    public required UnitName Unit { get; init; }
    public required AssignmentState State { get; init; }
    public AssignmentRole Role { get; init; } = AssignmentRole.Primary;
    public required string AssignedBy { get; init; }
    public required DateTimeOffset OfferedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When a device of the crew said that it shows the offer; null while none did.</summary>
    public DateTimeOffset? ShownAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? EnRouteAt { get; init; }
    public DateTimeOffset? OnSceneAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndReason { get; init; }

    /// <summary>How each step came in; null while it is not taken, and on what was taken before this was kept.</summary>
    public StepReport? AcceptReport { get; init; }
    public StepReport? EnRouteReport { get; init; }
    public StepReport? OnSceneReport { get; init; }
    public StepReport? EndReport { get; init; }

    /// <summary>Set when the rules withdrew it; null when a person did, and on what was withdrawn before this was kept.</summary>
    public CalledBack? CalledBack { get; init; }

    /// <summary>How the unit is called: whoever sees the incident may not see the unit. Empty on what was assigned before this was kept.</summary>
    public string CallSign { get; init; } = "";

    /// <summary>Set when the unit is borrowed.</summary>
    public LoanTerms? Loan { get; init; }

    /// <summary>Set when a supervisor set staffing aside.</summary>
    public StaffingOverride? Override { get; init; }

    /// <summary>What a newer version of this service wrote: kept as it is by one that does not know it.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Newer { get; init; }

    /// <summary>It takes its unit's slot.</summary>
    [JsonIgnore]
    public bool IsActive => State is AssignmentState.Offered or AssignmentState.Accepted or AssignmentState.EnRoute or AssignmentState.OnScene;

    /// <summary>The last that its unit did, and when.</summary>
    [JsonIgnore]
    public (AssignmentState State, DateTimeOffset At) LastStep =>
        OnSceneAt is { } arrived ? (AssignmentState.OnScene, arrived) : EnRouteAt is { } left ? (AssignmentState.EnRoute, left)
        : AcceptedAt is { } accepted ? (AssignmentState.Accepted, accepted) : (AssignmentState.Offered, OfferedAt);

    [JsonIgnore]
    public CalledUnit Called => CallSign.Length > 0 ? new(Unit, CallSign) : CalledUnit.Of(Unit);

    public static Assignment Offer(AssignmentName name, UnitName unit, AssignmentRole role, TimeSpan validity, Act act) => new()
    {
        Name = name, Unit = unit, Role = role, State = AssignmentState.Offered, AssignedBy = act.Actor, OfferedAt = act.At, ExpiresAt = act.At + validity,
    };

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">TRANSITION_NOT_ALLOWED; OFFER_EXPIRED when the offer is over; OCCUR_TIME_BEFORE_OFFER, OCCUR_TIME_BEFORE_STEP.</exception>
    public Assignment Move(AssignmentState to, Act act)
    {
        if (to is AssignmentState.Accepted && State is AssignmentState.Expired) throw AssignmentRules.Expired(this, act);
        if (!AssignmentRules.Allows(State, to)) throw AssignmentRules.NotFrom(State, to.ToString());
        // By when it is decided: an offer that is over is nobody's any more, whenever the unit said yes.
        if (to is AssignmentState.Accepted && act.At >= ExpiresAt) throw AssignmentRules.Expired(this, act);
        if (act.OccurTime is { } told) OccurRules.RequireOrder(this, told);
        var moved = this with { State = to };
        return to switch
        {
            AssignmentState.Accepted => moved with { AcceptedAt = act.OccurredAt, AcceptReport = act.Report },
            AssignmentState.EnRoute => moved with { EnRouteAt = act.OccurredAt, EnRouteReport = act.Report },
            AssignmentState.OnScene => moved with { OnSceneAt = act.OccurredAt, OnSceneReport = act.Report },
            _ => moved with { EndedAt = act.OccurredAt, EndReason = act.Text, EndReport = act.Report },
        };
    }
}
