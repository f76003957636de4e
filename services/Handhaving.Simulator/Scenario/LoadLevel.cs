namespace Handhaving.Simulator.Scenario;

/// <summary>How busy it is: reports a day, units on duty and desks. A level asks for units; the platform may hold fewer.</summary>
public sealed record LoadLevel(string Name, double ReportsPerDay, int Units, int Desks)
{
    /// <summary>The levels by name: a region of 130,000 people, a large city, the nation.</summary>
    public static IReadOnlyDictionary<string, LoadLevel> All { get; } = new LoadLevel[]
    {
        new("L1", 30, 12, 3),
        new("L2", 1_060, 185, 20),
        new("L3", 3_000, 2_000, 200),
    }.ToDictionary(level => level.Name);
}
