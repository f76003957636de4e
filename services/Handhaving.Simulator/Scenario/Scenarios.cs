namespace Handhaving.Simulator.Scenario;

/// <summary>Draws an evening.</summary>
public delegate EveningPlan DrawEvening(int seed, LoadLevel level, TimeSpan startOfDay, TimeSpan duration, Region region);

/// <summary>The scenarios that can be played, by name.</summary>
public static class Scenarios
{
    /// <summary>All of them.</summary>
    public static IReadOnlyDictionary<string, DrawEvening> All { get; } =
        new Dictionary<string, DrawEvening> { ["gewone-avond"] = OrdinaryEvening.Draw };
}
