namespace Handhaving.Simulator.Scenario;

/// <summary>What will happen before anybody acts: fully determined by the scenario, the level and the seed.</summary>
public sealed record EveningPlan(ScenarioShape Scenario, LoadLevel Level, int Seed, TimeSpan StartOfDay, TimeSpan Duration)
{
    /// <summary>Day of the week on which it begins.</summary>
    public required DayOfWeek Weekday { get; init; }

    /// <summary>The reports, in the order in which they come in.</summary>
    public required IReadOnlyList<ReportPlan> Reports { get; init; }
}
