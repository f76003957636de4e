using System.Text.Json.Serialization;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Data;

/// <summary>What an act on an incident is answered with, and stored under its request id.</summary>
/// <param name="Assignment">The assignment the act was about, if any.</param>
public sealed record IncidentAnswer(Incident Incident, AssignmentName? Assignment = null)
{
    /// <summary>What else it brings about, in Dutch, for the caller.</summary>
    public IReadOnlyList<string> Consequences { get; init; } = [];

    /// <summary>Who reported it: kept beside the incident, never with the stored answer.</summary>
    [JsonIgnore]
    public Reporter? Reporter { get; init; }

    /// <summary>The incident that gave its unit up for this one, as it is after it.</summary>
    [JsonIgnore]
    public (Incident Incident, AssignmentName Assignment)? GivenUp { get; init; }

    public Assignment Assigned => Incident.Find(Assignment ?? throw new InvalidOperationException("The act was about no assignment."));
}

/// <summary>What a decision may look at, read under lock in its own transaction.</summary>
/// <param name="Incident">Null for a new one.</param>
/// <param name="Unit">The unit asked for, when it is on duty.</param>
/// <param name="GivesUp">The incident whose unit is taken away, when that is asked.</param>
/// <param name="Holder">The active assignment that holds the unit's slot.</param>
/// <param name="Now">When it is decided: after all that was decided before it on the same incidents and units, however long it waited.</param>
public sealed record Desk(Incident? Incident, Incident? GivesUp, UnitOnDuty? Unit, SlotHolder? Holder, string NewNumber, DateTimeOffset Now)
{
    /// <summary>How the unit asked for is called, on duty or not; null when none is asked for.</summary>
    public CalledUnit? Called { get; init; }

    /// <summary>Set when the unit is another team's or hidden from the caller: to be had as a loan alone.</summary>
    public ForeignUnit? Foreign { get; init; }

    /// <summary>When what is decided is recorded, by the clock of the database; null where no incident is looked at.</summary>
    public DateTimeOffset? RecordTime { get; init; }

    /// <param name="text">Reason or remark for the history; null for none.</param>
    /// <returns>It is recorded when it is decided, or a moment later: whichever clock is behind, nothing is known before it happens.</returns>
    public Act ActOf(string actor, string? text = null) => new(actor, Now, text) { RecordTime = RecordTime < Now ? ToMicroseconds(Now) : RecordTime };

    // Later rather than earlier, and no finer than the database keeps it.
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks((TimeSpan.TicksPerMicrosecond - time.Ticks % TimeSpan.TicksPerMicrosecond) % TimeSpan.TicksPerMicrosecond);

    /// <summary>The units on the incident, when the act asked for them (<see cref="Opening.WithUnits"/>).</summary>
    public Func<UnitName, UnitOnDuty?> OnIt { get; init; } = _ => null;
}

/// <summary>Who holds a unit's slot.</summary>
/// <param name="Number">Number of the incident by which people know it; null when nothing of it is for the caller to read.</param>
/// <param name="Municipality">What people call where it lies: a number counts within its municipality.</param>
public sealed record SlotHolder(string Incident, string? Number, string Municipality, string AssignedBy)
{
    /// <summary>Set for the owner of a lent unit, who reads of the incident what the loan tells.</summary>
    public LoanName? Loan { get; init; }
}

/// <summary>An act on one incident on its way through the group commit.</summary>
public sealed class IncidentWork(
    IncidentName name, RequestKey? request, UnitName? unit, Opening opening, Func<Desk, IncidentAnswer> decide, Func<IncidentAnswer, AuditLine?> audit, CancellationToken cancellation)
    : GroupedWork(cancellation)
{
    public IncidentName Name { get; } = name;

    public RequestKey? Request { get; } = request;

    public UnitName? Unit { get; } = unit;

    public Opening Opening { get; } = opening;

    /// <summary>The incident whose unit this act takes away; it may lie in another municipality.</summary>
    public IncidentName? GivesUp { get; init; }

    public IEnumerable<IncidentName> Existing => Opening is Opening.Existing or Opening.WithUnits ? [Name, .. GivesUp is { } other ? [other] : Array.Empty<IncidentName>()] : [];

    public Func<Desk, IncidentAnswer> Decide { get; } = decide;

    /// <summary>The line that the act leaves; null for a canary, which is nobody's data.</summary>
    public Func<IncidentAnswer, AuditLine?> Audit { get; } = audit;

    /// <summary>Set when decided or found stored; counts once <see cref="GroupedWork.Done"/> ended.</summary>
    public IncidentAnswer? Answer { get; set; }
}

/// <summary>Whether an act finds its incident, alone or with the units on it, or opens it; a canary takes no number.</summary>
public enum Opening { Existing, WithUnits, Numbered, Canary }

/// <summary>What may share a transaction: one municipality's incidents, and callers who may read the same of it.</summary>
public readonly record struct IncidentShard(TenantScope Scope)
{
    public TenantId Tenant => Scope.Writes ?? throw new InvalidOperationException("A batch writes one tenant.");
}
