using Handhaving.Capacity.Competence;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Data.Seed;

/// <summary>People of the demo region, as small as a real team on one shift: six BOAs for each municipality, six of the police for each team. Dispatch's demo region has the copy that their facts would give.</summary>
internal static class DemoPeople
{
    /// <summary>Inhabitants of the municipalities in thousands, rounded: about what Statistics Netherlands gives for 2024 (check).</summary>
    public static IReadOnlyDictionary<string, int> ThousandsOfInhabitants { get; } = new Dictionary<string, int>
    {
        ["0888"] = 16, ["0971"] = 25, ["1883"] = 92, ["0965"] = 10, ["0986"] = 12, ["1954"] = 36, ["0899"] = 28, ["0882"] = 38,
    };

    public static IReadOnlyList<(string Team, string Name, StaffTeamKind Kind, IReadOnlyList<StaffPosts> Posts)> BoaTeams { get; } = [("boa", "Boa-team", StaffTeamKind.Boa, [new("boa-1", 5), new("boa-2", 2)])];

    public static IReadOnlyList<(string Team, string Name, StaffTeamKind Kind, IReadOnlyList<StaffPosts> Posts)> PoliceTeams { get; } =
    [
        ("basisteam", "Basisteam", StaffTeamKind.Police, [new("noodhulp", 11), new("wijkagent", 9), new("toezicht-te-voet", 7), new("verkeer", 5), new("commandant", 5)]),
        ("voetbal", "Voetbaleenheid", StaffTeamKind.Football, [new("voetbal", 9)]),
    ];

    /// <summary>The first two work in the whole team's area and in both domains, the next two at home, the last two for the environment.</summary>
    public static IEnumerable<Officer> BoasOf(DemoTeam team, string municipality, DateTimeOffset now)
    {
        IReadOnlyList<string> wide = [.. team.Municipalities.Select(town => town.Code)];
        for (var number = 1; number <= 6; number++)
        {
            var (function, territory) = (number <= 4 ? "boa-1" : "boa-2", number <= 2 ? wide : [municipality]);
            CompetenceDomain[] domains = number <= 2 ? [CompetenceDomain.PublicSpace, CompetenceDomain.Environment] : number <= 4 ? [CompetenceDomain.PublicSpace] : [CompetenceDomain.Environment];
            yield return Somebody(new(new(municipality), $"officer-{municipality}-{number:00}"), now,
                new($"Boa {number}", "boa", [Contract(function, number <= 2 ? ["boa-2"] : [], now)], [.. domains.Select(domain => Akte(domain, territory, now))], null));
        }
    }

    /// <summary>Four in emergency response and two district officers, of its first two municipalities.</summary>
    public static IEnumerable<Officer> PoliceOf(DemoTeam team, DateTimeOffset now)
    {
        for (var number = 1; number <= 6; number++)
        {
            var function = number <= 4 ? "noodhulp" : "wijkagent";
            TenantId? district = number <= 4 ? null : new TenantId(team.Municipalities[number - 5].Code);
            yield return Somebody(new(new(team.Id), $"{team.OfficerPrefix}-{number:00}"), now,
                new($"Politie {number}", "basisteam", [Contract(function, ["toezicht-te-voet", "voetbal"], now)], [Akte(CompetenceDomain.GeneralDetection, ["NL"], now)], district));
        }
    }

    private static Officer Somebody(OfficerName name, DateTimeOffset now, OfficerDetails details) => Officer.Enter(name, details, new("demo-region", now));

    private static EmploymentContract Contract(string function, IReadOnlyList<string> others, DateTimeOffset now) => new(function, others, 36) { ValidFrom = DutchClock.DayOf(now).AddYears(-2) };

    private static Appointment Akte(CompetenceDomain domain, IReadOnlyList<string> territory, DateTimeOffset now)
    {
        var from = DutchClock.DayOf(now).AddYears(-2);
        return new(domain, territory, from, from.AddYears(5).AddDays(-1), [], null);
    }
}
