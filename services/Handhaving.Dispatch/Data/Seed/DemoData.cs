namespace Handhaving.Dispatch.Data.Seed;

/// <summary>A police team of the demo region.</summary>
internal sealed record DemoTeam(string Id, string Name, string CallSign, string OfficerPrefix, IReadOnlyList<DemoTown> Municipalities);

/// <summary>A municipality of the demo region; the point is near its centre (Statistics Netherlands' code; position approximate).</summary>
internal sealed record DemoTown(string Code, string Name, string CallSign, double Latitude, double Longitude);

/// <summary>Names, codes and places of the demo region.</summary>
internal static class DemoData
{
    public static IReadOnlyList<DemoTeam> Teams { get; } =
    [
        new("westelijke-mijnstreek", "Basisteam Westelijke Mijnstreek", "PWM", "police-wm",
        [
            new("0888", "Beek", "BEE", 50.938, 5.810),
            new("0971", "Stein", "STE", 50.971, 5.769),
            new("1883", "Sittard-Geleen", "SIT", 50.996, 5.843),
        ]),
        new("brunssum-landgraaf", "Basisteam Brunssum-Landgraaf", "PBL", "police-bl",
        [
            new("0965", "Simpelveld", "SIM", 50.828, 5.992),
            new("0986", "Voerendaal", "VOE", 50.872, 5.910),
            new("1954", "Beekdaelen", "BKD", 50.933, 5.900),
            new("0899", "Brunssum", "BRU", 50.947, 5.971),
            new("0882", "Landgraaf", "LAN", 50.906, 6.030),
        ]),
    ];
}
