using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Scenario;

/// <summary>What will happen on an evening before anybody acts: fully determined by the seed.</summary>
public sealed record EveningPlan(int Seed, LoadLevel Level, TimeSpan StartOfDay, TimeSpan Duration, IReadOnlyList<ReportPlan> Reports);

/// <summary>One report to come: when, what, where, how long its entry and the work on scene take.</summary>
public sealed record ReportPlan(
    int Number, TimeSpan At, IncidentKind Kind, int Priority, IncidentSource Source, Neighbourhood Neighbourhood, Point Place)
{
    /// <summary>From the first word of the reporter to the recorded report.</summary>
    public required TimeSpan Entry { get; init; }

    /// <summary>From arrival to done.</summary>
    public required TimeSpan OnScene { get; init; }
}
