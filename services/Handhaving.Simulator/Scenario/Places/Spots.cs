using Handhaving.Simulator.Scenario.Days;

namespace Handhaving.Simulator.Scenario.Places;

/// <summary>The places of a surge.</summary>
public static class Spots
{
    private const int Fewest = 8, Most = 60;
    private const double ReportsPerSpot = 25;

    /// <summary>All the streets of cafés, or as many hotspots as the level has work for, each in some neighbourhood.</summary>
    public static IReadOnlyList<Spot> Of(Surge? surge, LoadLevel level, int seed, Region region) => surge?.Places switch
    {
        null => [],
        SurgePlaces.HorecaStreets => region.HorecaStreets,
        SurgePlaces.Hotspots => [.. Enumerable.Range(1, (int)Math.Clamp(level.ReportsPerDay / ReportsPerSpot, Fewest, Most)).Select(number => Hotspot(new Chance(seed, $"hotspot/{number}"), region))],
        _ => throw new InvalidOperationException($"{surge.Places} is not a kind of place."),
    };

    private static Spot Hotspot(Chance chance, Region region)
    {
        var neighbourhood = chance.Pick(region.Neighbourhoods, _ => 1);
        return new(neighbourhood.Name, neighbourhood, neighbourhood.Point.Jitter(chance, PlanDraw.JitterMeters / 2), Weight: 1);
    }
}
