using Handhaving.Dispatch.Tests.Areas;
using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Upgrade;

/// <summary>A migration beside acts on the table that it changes: it lets them pass, and comes to its turn.</summary>
public sealed class BusyTableTests
{
    [Fact]
    public async Task A_migration_that_does_not_get_its_table_lets_others_pass_and_tries_again()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await ExecuteAsync(database, "create table made_up (old text, new text); insert into schema_version (name) values ('9001-old-and-new.sql')");
        await using var act = await database.OpenAsync();
        await using var holding = await act.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var touch = new NpgsqlCommand("insert into made_up values ('a', 'b')", act)) await touch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var migration = new Migrator(database.OwnerConnectionString, database.Roles, NullLogger<Migrator>.Instance).MigrateAsync([typeof(BusyTableTests).Assembly], TestContext.Current.CancellationToken);
        await Service.Work.EventuallyAsync(async () => await WaitsAsync(database)); // it stands in the line for the table
        await Service.Work.EventuallyAsync(async () => !await WaitsAsync(database)); // and leaves it
        Assert.False(migration.IsCompleted);
        await holding.CommitAsync(TestContext.Current.CancellationToken);
        await migration;

        Assert.Equal("new", await ExecuteAsync(database, "select string_agg(column_name, ' ') from information_schema.columns where table_name = 'made_up'"));
    }

    private static async Task<bool> WaitsAsync(OwnDatabase database) =>
        await ExecuteAsync(database, "select exists (select from pg_locks where not granted and relation = 'made_up'::regclass)") is true;

    private static async Task<object?> ExecuteAsync(OwnDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
