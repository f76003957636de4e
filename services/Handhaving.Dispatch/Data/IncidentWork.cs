using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Data;

/// <summary>What an act on an incident is answered with, and stored under its request id.</summary>
/// <param name="Assignment">The assignment the act was about, if any.</param>
public sealed record IncidentAnswer(Incident Incident, AssignmentName? Assignment = null)
{
    public Assignment Assigned => Incident.Find(Assignment ?? throw new InvalidOperationException("The act was about no assignment."));
}

/// <summary>What a decision may look at, read under lock in its own transaction.</summary>
/// <param name="Incident">Null for a new one.</param>
/// <param name="Unit">The unit asked for, when it is on duty.</param>
/// <param name="Holder">The active assignment that holds the unit's slot.</param>
public sealed record Desk(Incident? Incident, UnitOnDuty? Unit, SlotHolder? Holder, string NewNumber);

/// <summary>Who holds a unit's slot.</summary>
public sealed record SlotHolder(string Incident, string AssignedBy);

/// <summary>An act on one incident on its way through the group commit.</summary>
public sealed class IncidentWork(
    IncidentName name, RequestKey? request, UnitName? unit, Opening opening, Func<Desk, IncidentAnswer> decide, Func<IncidentAnswer, AuditLine?> audit, CancellationToken cancellation)
    : GroupedWork(cancellation)
{
    public IncidentName Name { get; } = name;

    public RequestKey? Request { get; } = request;

    public UnitName? Unit { get; } = unit;

    public Opening Opening { get; } = opening;

    public Func<Desk, IncidentAnswer> Decide { get; } = decide;

    /// <summary>The line that the act leaves; null for a canary, which is nobody's data.</summary>
    public Func<IncidentAnswer, AuditLine?> Audit { get; } = audit;

    /// <summary>Set when decided or found stored; counts once <see cref="GroupedWork.Done"/> ended.</summary>
    public IncidentAnswer? Answer { get; set; }
}

/// <summary>Whether an act finds its incident or opens it; a canary takes no number.</summary>
public enum Opening { Existing, Numbered, Canary }

/// <summary>What may share a transaction: one municipality's incidents, and callers who may read the same.</summary>
public readonly record struct IncidentShard(string Municipality, string Own);
