using System.Text.Json;
using System.Text.Json.Serialization;
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

/// <summary>One unit on one incident (inzet). Times are written once.</summary>
public sealed record Assignment
{
    public required AssignmentName Name { get; init; }
    public required UnitName Unit { get; init; }
    public required AssignmentState State { get; init; }
    public AssignmentRole Role { get; init; } = AssignmentRole.Primary;
    public required string AssignedBy { get; init; }
    public required DateTimeOffset OfferedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }
    public DateTimeOffset? EnRouteAt { get; init; }
    public DateTimeOffset? OnSceneAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? EndReason { get; init; }

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

    [JsonIgnore]
    public CalledUnit Called => CallSign.Length > 0 ? new(Unit, CallSign) : CalledUnit.Of(Unit);

    public static Assignment Offer(AssignmentName name, UnitName unit, AssignmentRole role, TimeSpan validity, Act act) => new()
    {
        Name = name, Unit = unit, Role = role, State = AssignmentState.Offered, AssignedBy = act.Actor, OfferedAt = act.At, ExpiresAt = act.At + validity,
    };

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">TRANSITION_NOT_ALLOWED; OFFER_EXPIRED when the offer is over.</exception>
    public Assignment Move(AssignmentState to, Act act)
    {
        AssignmentRules.NotExpired.Require(!(to is AssignmentState.Accepted && State is AssignmentState.Expired), ("expiredAt", ExpiresAt.ToString("O")));
        if (!AssignmentRules.Allows(State, to)) throw AssignmentRules.NotFrom(State, to.ToString());
        AssignmentRules.NotExpired.Require(!(to is AssignmentState.Accepted && act.At >= ExpiresAt), ("expiredAt", ExpiresAt.ToString("O")));
        var moved = this with { State = to };
        return to switch
        {
            AssignmentState.Accepted => moved with { AcceptedAt = act.At },
            AssignmentState.EnRoute => moved with { EnRouteAt = act.At },
            AssignmentState.OnScene => moved with { OnSceneAt = act.At },
            _ => moved with { EndedAt = act.At, EndReason = act.Text },
        };
    }
}
