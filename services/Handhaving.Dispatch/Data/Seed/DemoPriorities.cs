using Handhaving.Dispatch.Priorities;
using Handhaving.Events.Capacity;
using Npgsql;

namespace Handhaving.Dispatch.Data.Seed;

/// <summary>Priorities of the teams of the demo region, as capacity's facts of its own demo region would give them.</summary>
internal static class DemoPriorities
{
    private static readonly IReadOnlyList<HeldTheme> Mijnstreek =
    [
        Theme("ondermijning", "Ondermijning, drugs eerst", 25, "drugs"), Theme("sociale-kwaliteit", "Sociale kwaliteit", 25, "confusion", "noise", "assault"), Theme("jeugd", "Jeugd tot 27 jaar", 15, "youth", "school"),
        Theme("cybercrime", "Cybercrime", 10, "cybercrime"), Theme("externe-veiligheid", "Externe veiligheid", 5, "environment", "fire"),
    ];

    private static readonly IReadOnlyList<HeldTheme> Landgraaf =
    [
        Theme("woonoverlast", "Woonoverlast", 25, "noise", "waste"), Theme("jeugd-en-drugsoverlast", "Overlast van jeugd en drugs", 20, "youth", "alcohol"),
        Theme("verward-gedrag", "Verward gedrag", 15, "confusion", "homeless"), Theme("ondermijning", "Ondermijning en bestuurlijke weerbaarheid", 15, "drugs"),
    ];

    public static NpgsqlBatchCommand Of(DemoTeam team)
    {
        var (from, until, themes) = team.Id switch
        {
            "westelijke-mijnstreek" => (2023, 2026, Mijnstreek),
            "brunssum-landgraaf" => (2020, 2027, Landgraaf),
            _ => throw new ArgumentOutOfRangeException(nameof(team), team.Id, "A team without demo priorities."),
        };
        return PriorityCopyConsumer.Keep(new(team.Id), new($"teams/{team.Id}/priorityProfiles/1", team.Id, 1, new(from, 1, 1), new(until, 12, 31), themes, 1, DateTimeOffset.UnixEpoch));
    }

    private static HeldTheme Theme(string code, string name, int weight, params string[] families) => new(code, name, weight, families, []);
}
