using Npgsql;

namespace Handhaving.Capacity.Data.Seed;

/// <summary>The demo region: its teams, municipalities and grants, and strength for ten weeks from today. Made-up numbers, small as those of a real team on one shift; seeding again adds weeks and changes nothing else.</summary>
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
        var (from, until) = (new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero), new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(7 * Weeks));
        foreach (var team in DemoTeams.All)
        {
            Add(batch, "insert into team (id, display_name) values ($1, $2) on conflict do nothing", team.Id, team.Name);
            foreach (var (code, name) in team.Municipalities) Add(batch, "insert into municipality (code, display_name, team) values ($1, $2, $3) on conflict do nothing", code, name, team.Id);
            AddGrants(batch, team, now);
            foreach (var (function, plannable, waterline) in DemoTeams.Police) AddStrength(batch, team.Id, function, plannable, waterline, from, until, now);
            foreach (var (code, _) in team.Municipalities)
                foreach (var (function, plannable, waterline) in DemoTeams.Boa) AddStrength(batch, code, function, plannable, waterline, from, until, now);
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
    private static void AddStrength(NpgsqlBatch batch, string owner, string function, int plannable, int waterline, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) => Add(batch, """
        with report as (
          insert into strength (tenant, id, function, starts_at, ends_at, established, losses, reported_by, reported_at)
          values ($1, $2, $3, $4, $5, $6 + 3, '[{"layer":"Staffed","cause":"vacancy","count":1},{"layer":"Deployable","cause":"leave","count":1},{"layer":"Plannable","cause":"working-time","count":1}]', $7, $8) returning id)
        insert into capacity_block (tenant, function, starts_at, strength, plannable, waterline)
        select $1, $3, s, report.id, $6, $9 from report, generate_series($4::timestamptz, $5::timestamptz - interval '15 minutes', interval '15 minutes') s
        on conflict do nothing
        """, owner, Guid.CreateVersion7(now), function, from, until, plannable, ReportedBy, now, waterline);

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }
}
