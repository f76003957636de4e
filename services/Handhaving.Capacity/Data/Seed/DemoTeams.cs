namespace Handhaving.Capacity.Data.Seed;

/// <summary>A police team of the demo region with its municipalities (codes of Statistics Netherlands).</summary>
internal sealed record DemoTeam(string Id, string Name, string OfficerPrefix, IReadOnlyList<(string Code, string Name)> Municipalities);

/// <summary>Names of the demo region, how many police it can roster on a shift, and the fewest that stay: made up. Strength of BOAs follows from people.</summary>
internal static class DemoTeams
{
    public static IReadOnlyList<DemoTeam> All { get; } =
    [
        new("westelijke-mijnstreek", "Basisteam Westelijke Mijnstreek", "police-wm", [("0888", "Beek"), ("0971", "Stein"), ("1883", "Sittard-Geleen")]),
        new("brunssum-landgraaf", "Basisteam Brunssum-Landgraaf", "police-bl", [("0965", "Simpelveld"), ("0986", "Voerendaal"), ("1954", "Beekdaelen"), ("0899", "Brunssum"), ("0882", "Landgraaf")]),
    ];

    public static IReadOnlyList<(string Function, int Plannable, int Waterline)> Police { get; } = [("noodhulp", 8, 4), ("wijkagent", 6, 2), ("toezicht-te-voet", 4, 0), ("verkeer", 2, 0), ("voetbal", 6, 0), ("commandant", 2, 1)];

    public static IReadOnlyDictionary<string, int> BoaWaterlines { get; } = new Dictionary<string, int> { ["boa-1"] = 2, ["boa-2"] = 0 };
}
