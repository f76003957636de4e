using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Scenario.Kinds;
using Handhaving.Simulator.Scenario.Places;

namespace Handhaving.Simulator.Scenario;

/// <summary>What becomes of a report, beside being worked off.</summary>
public enum Fate
{
    /// <summary>Worked off and closed.</summary>
    Worked = 1,

    /// <summary>Called off before a unit arrives.</summary>
    Cancelled,

    /// <summary>Planned work: set aside first, taken up later.</summary>
    Planned,

    /// <summary>Closed, and then opened again once.</summary>
    Reopened,
}

/// <summary>One report to come: when, what, where, and how it goes on.</summary>
public sealed record ReportPlan(int Number, TimeSpan At, IncidentKind Kind, Neighbourhood Neighbourhood, Point Place)
{
    /// <summary>1 = emergency, 5 = lowest.</summary>
    public required int Priority { get; init; }

    /// <summary>Where the report comes from.</summary>
    public required IncidentSource Source { get; init; }

    /// <summary>From the first word of the reporter to the recorded report.</summary>
    public required TimeSpan Entry { get; init; }

    /// <summary>From arrival to done.</summary>
    public required TimeSpan OnScene { get; init; }

    /// <summary>What becomes of it.</summary>
    public required Fate Fate { get; init; }

    /// <summary>Code of the outcome.</summary>
    public required string Disposition { get; init; }

    /// <summary>True when the first unit asks for a second one.</summary>
    public required bool NeedsBackup { get; init; }

    /// <summary>Number of the earlier report that tells of the same event; null for the first.</summary>
    public int? SameAs { get; init; }
}
