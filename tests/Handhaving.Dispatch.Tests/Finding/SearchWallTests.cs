using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Tests.Areas;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Finding;

/// <summary>What words are searched in stands behind the wall, and is searched by its index all the same (R12).</summary>
public sealed class SearchWallTests(DispatchRegion region)
{
    private const string Incidents = """
        insert into incident (tenant, id, version, state, priority, number, body)
        select '0882', gen_random_uuid(), 1, 7, 3, '2026-' || n, jsonb_build_object('type', 'noise.venue', 'description', case when n % 500 = 1 then 'reiger' else 'geluid ' || n end)
        from generate_series(1, 5000) n
        """;

    [Fact]
    public async Task Words_of_another_tenant_than_the_transactions_are_not_seen()
    {
        await Person.FromLandgraaf(region).ReportAsync("0882");
        await Person.Centralist(region).ReportAsync("0888");
        await using var db = Open(region.ServiceConnectionString);

        Assert.Empty(await db.IncidentFindings.ToListAsync(TestContext.Current.CancellationToken));
        await using var work = await db.BeginAsync(TenantScope.Of(new TenantId("0882")), TestContext.Current.CancellationToken);
        var seen = await db.IncidentFindings.Select(row => row.Tenant).Distinct().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Contains("0882", seen);
        Assert.DoesNotContain("0888", seen);
        Assert.DoesNotContain("1883", seen);
    }

    [Fact]
    public async Task Rare_words_are_found_by_their_index_and_not_by_reading_all()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using (var owner = await database.OpenAsync())
            foreach (var sql in (string[])[Incidents, "analyze incident"])
            {
                await using var command = new NpgsqlCommand(sql, owner);
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }
        await using var replica = database.Replica();
        await using var connection = await replica.Service.OpenConnectionAsync(TestContext.Current.CancellationToken);

        var plan = await PlanAsync(connection, "select id from incident_finding where words @@ plainto_tsquery('dutch', 'reiger')");

        Assert.Contains("Index Cond: (words @@", plan, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(NpgsqlConnection connection, string query)
    {
        await using var command = new NpgsqlCommand("begin; select set_config('app.mun_read', '0882', true)", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        command.CommandText = "explain " + query;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> lines = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private static DispatchDb Open(string connectionString) => new(new DbContextOptionsBuilder<DispatchDb>().UseNpgsql(connectionString).UseSnakeCaseNamingConvention().Options);
}
