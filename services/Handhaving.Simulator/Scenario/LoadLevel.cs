namespace Handhaving.Simulator.Scenario;

/// <summary>How busy it is: reports on the mean day, units on duty and desks that watch a board. A level asks for units; the platform may hold fewer.</summary>
/// <param name="BurstPerHour">Reports an hour in a burst; 0 = as many times the usual as the scenario says.</param>
public sealed record LoadLevel(string Name, double ReportsPerDay, int Units, int Desks, double BurstPerHour)
{
    /// <summary>The levels by name: a region of 130,000 people (seen: 13-30 reports, 4-12 units), a large city (Amsterdam's reports, Den Haag's units), the nation.</summary>
    public static IReadOnlyDictionary<string, LoadLevel> All { get; } = new LoadLevel[]
    {
        new("L1", 30, 12, 3, BurstPerHour: 0),
        new("L2", 1_060, 185, 20, BurstPerHour: 0),
        new("L3", 3_000, 2_000, 200, BurstPerHour: 3_600),
    }.ToDictionary(level => level.Name);
}
