using Handhaving.Simulator.Scenario.Days;
using Handhaving.Simulator.Scenario.Kinds;

namespace Handhaving.Simulator.Scenario;

/// <summary>What a scenario is: when it begins and how long it lasts unless asked otherwise, on which days, what comes in, and what surges.</summary>
public sealed record ScenarioShape(string Name, TimeSpan StartOfDay, TimeSpan Duration)
{
    /// <summary>Days of the week on which it is played; each seed has the next one.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = WholeWeek;

    /// <summary>What comes in all the time, from all neighbourhoods.</summary>
    public IReadOnlyList<IncidentKind> Kinds { get; init; } = KindMix.Ordinary;

    /// <summary>Hours with much more; null for none.</summary>
    public Surge? Surge { get; init; }

    /// <summary>Codes of all the kinds of incident that can come in.</summary>
    public IEnumerable<string> Codes => Kinds.Concat(Surge?.Kinds ?? []).Select(kind => kind.Code).Distinct();

    private static IReadOnlyList<DayOfWeek> WholeWeek { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <summary>The day of the week that a seed plays.</summary>
    public DayOfWeek WeekdayOf(int seed) => Weekdays[(int)((((long)seed - 1) % Weekdays.Count + Weekdays.Count) % Weekdays.Count)];
}
