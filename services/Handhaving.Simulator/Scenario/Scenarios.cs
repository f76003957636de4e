using Handhaving.Simulator.Scenario.Days;
using Handhaving.Simulator.Scenario.Kinds;

namespace Handhaving.Simulator.Scenario;

/// <summary>The scenarios that can be played.</summary>
public static class Scenarios
{
    private static readonly ScenarioShape OrdinaryEvening = new("gewone-avond", TimeSpan.FromHours(18), TimeSpan.FromHours(6));

    private static readonly ScenarioShape OrdinaryDay = new("gewone-dag", TimeSpan.Zero, TimeSpan.FromHours(24));

    /// <summary>Friday or Saturday night in the centres. That it is 3 to 5 times as busy from ten to four is our own reckoning.</summary>
    private static readonly ScenarioShape GoingOut = new("horeca", TimeSpan.FromHours(20), TimeSpan.FromHours(9))
    {
        Weekdays = [DayOfWeek.Friday, DayOfWeek.Saturday],
        Surge = new(TimeSpan.FromHours(22), TimeSpan.FromHours(6), 3, 5) { Kinds = KindMix.GoingOut, Places = SurgePlaces.HorecaStreets, EchoShare = 0.08 },
    };

    /// <summary>The night of 31 December: 10 to 20 times the usual for the two hours around midnight, clustered in space so that duplicates matter (load levels L1 to L3).</summary>
    private static readonly ScenarioShape NewYear = new("jaarwisseling", TimeSpan.FromHours(20), TimeSpan.FromHours(8))
    {
        Surge = new(TimeSpan.FromHours(23), TimeSpan.FromHours(2), 10, 20) { Kinds = KindMix.NewYear, Places = SurgePlaces.Hotspots, EchoShare = 0.4, IsBurst = true },
    };

    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, ScenarioShape> All { get; } =
        new[] { OrdinaryEvening, OrdinaryDay, GoingOut, NewYear }.ToDictionary(scenario => scenario.Name);
}
