using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Loans;

/// <summary>Where the database belongs to a role that is no superuser, its functions look past the wall as far as they should, and the service's login does not.</summary>
public sealed class PlainOwnerTests(DispatchRegion region) : IAsyncLifetime
{
    private const string Password = "test-only";
    private readonly string name = $"plain_{Guid.NewGuid():N}"[..20];

    public async ValueTask InitializeAsync()
    {
        await region.OwnerAsync($"create role {name} login nosuperuser nobypassrls createrole password '{Password}'");
        await region.OwnerAsync($"create database {name} owner {name}");
        await Migration.ApplyAsync(As(name), Password, NullLogger<Migrator>.Instance, TestContext.Current.CancellationToken);
        await using var fill = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(region.OwnerConnectionString) { Database = name, Pooling = false });
        await using var rows = fill.CreateCommand("""
            insert into team values ('here', 'Here'), ('there', 'There');
            insert into municipality values ('0888', 'Beek', 'here'), ('0971', 'Stein', 'here'), ('0882', 'Landgraaf', 'there');
            insert into unit (tenant, name, call_sign, kind, home_latitude, home_longitude)
            select t, 'municipalities/' || t || '/units/' || u, u || t, 3, 50.9, 5.8 from unnest(array['0888', '0971', '0882']) t, unnest(array['on', 'off']) u;
            insert into officer select t, 'o' || t, '[]' from unnest(array['0888', '0971', '0882']) t;
            insert into duty (tenant, unit, signed_on_at, signed_on_by, activity) select tenant, name, now(), 'test', 6 from unit where name like '%/on';
            insert into duty_member select tenant, 'o' || tenant, name from unit where name like '%/on';
            """);
        await rows.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await region.OwnerAsync($"drop database {name} with (force)");
        foreach (var role in (string[])[name + "_service", name + "_relay", name]) await region.OwnerAsync($"drop role {role}");
    }

    [Fact]
    public async Task C37_only_units_on_duty_that_are_not_the_callers_to_see_are_given_and_by_name_alone()
    {
        await using var connection = new NpgsqlConnection(As(name + "_service"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        string[] asked = ["municipalities/0888/units/on", "municipalities/0971/units/on", "municipalities/0882/units/on", "municipalities/0882/units/off", "municipalities/0882/units/none"];

        var found = await AskAsync(connection, "select array_agg(name || ' ' || activity || ' ' || cardinality(powers) || ' ' || hidden || ' ' || borrower_team order by name) from foreign_units($1)", asked);
        var activities = await AskAsync(connection, "select array_agg(unit order by unit) from unit_activities($1, '{}')", asked);
        var past = await AskAsync(connection, "select array_agg(name order by name) from unit where name = any($1)", asked);

        Assert.Equal(["municipalities/0882/units/on 6 1 true here", "municipalities/0971/units/on 6 1 true here"], found); // Stein shares nothing here either
        Assert.Equal(["municipalities/0882/units/on", "municipalities/0888/units/on", "municipalities/0971/units/on"], activities);
        Assert.Equal(["municipalities/0888/units/on"], past);
    }

    [Fact]
    public async Task C37_without_a_municipality_to_borrow_for_nothing_is_given()
    {
        await using var connection = new NpgsqlConnection(As(name + "_service"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select count(*) from foreign_units(array['municipalities/0882/units/on'])", connection);

        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private string As(string role) => new NpgsqlConnectionStringBuilder(region.OwnerConnectionString) { Database = name, Username = role, Password = Password, Pooling = false }.ConnectionString;

    private static async Task<string[]> AskAsync(NpgsqlConnection connection, string question, string[] asked)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new TenantScope(new TenantId("0888"), "0888").Command(), new(question) { Parameters = { new() { Value = asked } } } },
        };
        await using var reader = await batch.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.NextResultAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        return reader.IsDBNull(0) ? [] : await reader.GetFieldValueAsync<string[]>(0, TestContext.Current.CancellationToken);
    }
}
