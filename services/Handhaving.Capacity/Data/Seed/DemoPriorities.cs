using Handhaving.Capacity.Themes;
using Handhaving.Capacity.Themes.Keeping;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Capacity.Data.Seed;

/// <summary>Priorities of the two teams of the demo region, after their Kadernota's: they differ, and both hold (C-08). Weights are made up, and so is that the older one was prolonged.</summary>
internal static class DemoPriorities
{
    private const string By = "demo-region";
    private static readonly DateTimeOffset At = new(2023, 1, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly ProfileProposal Mijnstreek = new("Kadernota integrale veiligheid 2023-2026", new(2023, 1, 1), new(2026, 12, 31),
    [
        new("ondermijning", "Ondermijning, drugs eerst", 25, "Kadernota 2023-2026, prioriteit 2", ["drugs"], []),
        new("sociale-kwaliteit", "Sociale kwaliteit", 25, "Kadernota 2023-2026, prioriteit 3", ["confusion", "noise", "assault"], []),
        new("jeugd", "Jeugd tot 27 jaar", 15, "Kadernota 2023-2026, rode draad", ["youth", "school"], []),
        new("cybercrime", "Cybercrime", 10, "Kadernota 2023-2026, prioriteit 1", ["cybercrime"], []),
        new("externe-veiligheid", "Externe veiligheid", 5, "Kadernota 2023-2026, prioriteit 4", ["environment", "fire"], []),
    ], "vastgesteld door de drie raden");

    private static readonly ProfileProposal Landgraaf = new("Kadernota integrale veiligheid 2020-2023, verlengd", new(2020, 1, 1), new(2027, 12, 31),
    [
        new("woonoverlast", "Woonoverlast", 25, "Kadernota 2020-2023, veilige woon- en leefomgeving", ["noise", "waste"], []),
        new("jeugd-en-drugsoverlast", "Overlast van jeugd en drugs", 20, "Kadernota 2020-2023, veilige woon- en leefomgeving", ["youth", "alcohol"], []),
        new("verward-gedrag", "Verward gedrag", 15, "Kadernota 2020-2023, veilige woon- en leefomgeving", ["confusion", "homeless"], []),
        new("ondermijning", "Ondermijning en bestuurlijke weerbaarheid", 15, "Kadernota 2020-2023, prioriteit 2", ["drugs"], []),
    ], "vastgesteld door de vijf raden");

    public static NpgsqlBatchCommand Of(DemoTeam team) => ProfileRow.InsertOnce(Held(team, team.Id switch
    {
        "westelijke-mijnstreek" => Mijnstreek,
        "brunssum-landgraaf" => Landgraaf,
        _ => throw new ArgumentOutOfRangeException(nameof(team), team.Id, "A team without demo priorities."),
    }));

    private static PriorityProfile Held(DemoTeam team, ProfileProposal proposal)
    {
        TenantId owner = new(team.Id);
        Seat[] seats = [.. team.Municipalities.Select(town => new Seat(TriangleRole.Mayor, new(town.Code))), new(TriangleRole.Prosecutor, owner), new(TriangleRole.PoliceChief, owner)];
        return new() { Name = new(owner, 1), Proposal = proposal, Seats = seats, Opinions = [.. seats.Select(seat => new Opinion(seat, "akkoord", By, At))], ProposedBy = By, ProposedAt = At, Revision = 1 + seats.Length };
    }
}
