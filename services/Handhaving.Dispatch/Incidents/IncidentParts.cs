using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Where a report came from.</summary>
public enum IncidentSource { Phone = 1, EmergencyRelay, PublicSpaceReport, CameraDesk, Officer, PoliceRequest, EventDesk, Sensor }

/// <summary>State of an incident as users see it.</summary>
public enum IncidentState { Received = 1, Pending, Assigned, EnRoute, OnScene, Handled, Closed, Cancelled }

/// <summary>What is stored of the state; the rest follows from the assignments.</summary>
public enum IncidentPhase { Open = 1, Handled, Closed }

/// <summary>What a reporter or colleague told.</summary>
public sealed record Report(IncidentSource Source, string Type, int Priority, string PriorityReason, Place Place, string Description, DateTimeOffset? ReportedAt);

/// <summary>Who does something, when, and with what remark.</summary>
public sealed record Act(string Actor, DateTimeOffset At, string? Text = null);

/// <summary>One line of an incident's history together with the fact that is published about it.</summary>
public sealed record Happening(long Sequence, object Fact, Act Act, UnitName? Unit)
{
    public string Kind => Fact.GetType().Name;
}
