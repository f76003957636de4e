using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.People.Teams;
using Npgsql;

namespace Handhaving.Capacity.Data.Seed;

/// <summary>The demo region: its teams, municipalities, grants and people, and strength for the weeks to come. Made-up numbers, small as those of a real team on one shift; seeding again adds weeks and changes nothing else.</summary>
public static class DemoStrength
{
    private const int Weeks = 10;
    private const string ReportedBy = "demo-region";

    public static async Task SeedAsync(string ownerConnectionString, TimeProvider clock, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        var now = clock.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var weeks = new Interval(today, today.AddDays(7 * Weeks));
        foreach (var team in DemoTeams.All)
        {
            Add(batch, "insert into team (id, display_name) values ($1, $2) on conflict do nothing", team.Id, team.Name);
            foreach (var (code, name) in team.Municipalities) Add(batch, "insert into municipality (code, display_name, team) values ($1, $2, $3) on conflict do nothing", code, name, team.Id);
            AddGrants(batch, team, now);
            batch.BatchCommands.Add(DemoPriorities.Of(team));
            foreach (var (function, plannable, waterline) in DemoTeams.Police) AddStrength(batch, new(new(team.Id), function), weeks, Reported(plannable), waterline, now);
            AddTeams(batch, team.Id, [.. team.Municipalities.Select(town => town.Code)], DemoPeople.PoliceTeams);
            foreach (var officer in DemoPeople.PoliceOf(team, now)) AddOfficer(batch, officer);
            foreach (var (code, _) in team.Municipalities) AddMunicipality(batch, team, code, now);
        }
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static void AddGrants(NpgsqlBatch batch, DemoTeam team, DateTimeOffset now)
    {
        string[] partners = [team.Id, .. team.Municipalities.Select(town => town.Code)];
        foreach (var owner in partners)
            foreach (var grantee in partners.Where(partner => partner != owner))
                Add(batch, """
                    insert into sharing_grant (id, tenant, grantee, object_class, granted_at, expires_at, authorised_by) values ($1, $2, $3, 'capacity', $4, $5, 'convenant basisteam')
                    on conflict (tenant, grantee, object_class) do update set expires_at = excluded.expires_at where sharing_grant.revoked_at is null
                    """, Guid.CreateVersion7(now), owner, grantee, now, now.AddYears(1));
    }

    // A third of the posts is lost on the way, about what the Algemene Rekenkamer found in 2020 (71.4 % deployable).
    private static Strength Reported(int plannable) => new(plannable + 3, [new(StrengthLayer.Staffed, "vacancy", 1), new(StrengthLayer.Deployable, "leave", 1), new(StrengthLayer.Plannable, "working-time", 1)]);

    // Strength of BOAs is what their people give. The service counts it itself too, for posts are new to it; what is here already it leaves.
    private static void AddMunicipality(NpgsqlBatch batch, DemoTeam team, string code, DateTimeOffset now)
    {
        Add(batch, "insert into inhabitants (municipality, count, source) values ($1, $2, 'CBS 2024, afgerond op duizend') on conflict do nothing", code, 1000 * DemoPeople.ThousandsOfInhabitants[code]);
        AddTeams(batch, code, [code], DemoPeople.BoaTeams);
        List<Officer> officers = [.. DemoPeople.BoasOf(team, code, now)];
        foreach (var officer in officers) AddOfficer(batch, officer);
        var range = DeriveStrength.Horizon(now) with { Start = new(now.UtcDateTime.Date, TimeSpan.Zero) };
        foreach (var (function, established, domain) in (IEnumerable<(string, int, CompetenceDomain)>)[("boa-1", 5, CompetenceDomain.PublicSpace), ("boa-2", 2, CompetenceDomain.Environment)])
            foreach (var segment in DerivedStrength.Of(new(new(new(new(code), function), domain, false), established), officers, PublishedShifts.None, range))
                AddStrength(batch, new(new(code), function), segment.Time, StrengthCauses.StrengthOf(segment.Block), DemoTeams.BoaWaterlines[function], now);
    }

    private static void AddTeams(NpgsqlBatch batch, string owner, string[] municipalities, IReadOnlyList<(string Team, string Name, StaffTeamKind Kind, IReadOnlyList<StaffPosts> Posts)> teams)
    {
        foreach (var (id, name, kind, posts) in teams)
        {
            Add(batch, "insert into staff_team (tenant, id, display_name, kind, municipalities) values ($1, $2, $3, $4, $5) on conflict do nothing", owner, id, name, (short)kind, municipalities);
            foreach (var post in posts) Add(batch, "insert into staff_post (tenant, staff_team, function, established) values ($1, $2, $3, $4) on conflict do nothing", owner, id, post.Function, post.Established);
        }
    }

    private static void AddOfficer(NpgsqlBatch batch, Officer officer) => Add(batch, "insert into officer (tenant, id, version, staff_team, body) values ($1, $2, 1, $3, $4::jsonb) on conflict do nothing",
        officer.Name.Owner.Value, officer.Name.Id, officer.Details.StaffTeam, OfficerRow.BodyOf(officer));

    private static void AddStrength(NpgsqlBatch batch, FunctionName function, Interval time, Strength strength, int waterline, DateTimeOffset now) => Add(batch, """
        with report as (
          insert into strength (tenant, id, function, starts_at, ends_at, established, losses, reported_by, reported_at) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) returning id)
        insert into capacity_block (tenant, function, starts_at, strength, plannable, waterline)
        select $1, $3, s, report.id, $10, $11 from report, generate_series($4::timestamptz, $5::timestamptz - interval '15 minutes', interval '15 minutes') s
        on conflict do nothing
        """, function.Owner.Value, Guid.CreateVersion7(now), function.Code, time.Start, time.End, strength.Established, StrengthRow.LossesOf(strength), ReportedBy, now, strength.Plannable, waterline);

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}
