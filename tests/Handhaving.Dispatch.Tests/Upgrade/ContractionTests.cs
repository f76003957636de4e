using Handhaving.Dispatch.Tests.Areas;
using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Upgrade;

/// <summary>What an earlier version needs is taken away when none of its replicas is connected any longer.</summary>
public sealed class ContractionTests
{
    private const string Columns = "select string_agg(column_name, ' ' order by column_name) from information_schema.columns where table_name = 'made_up'";

    [Theory]
    [InlineData("dispatch 9000", "9002-old.contract.sql takes away what replicas built before 9001 need, and these are connected: dispatch 9000. Replace them, then migrate again.")]
    [InlineData("", "9002-old.contract.sql takes away what replicas built before 9001 need, and these are connected: a version that does not say which. Replace them, then migrate again.")]
    public async Task While_an_earlier_replica_is_connected_all_is_added_and_nothing_taken_away(string replica, string told)
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using (await ConnectAsync(database, replica))
        {
            var early = await Assert.ThrowsAsync<ReplicasTooOld>(() => MigrateAsync(database));

            Assert.Equal(told, early.Message);
            Assert.Equal("new old", await AskAsync(database, Columns));
        }

        await MigrateAsync(database);

        Assert.Equal("new", await AskAsync(database, Columns));
    }

    [Fact]
    public async Task Beside_replicas_that_can_do_without_it_is_taken_away()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var connection = await ConnectAsync(database, new ReplicaVersion("dispatch", 9001).ToString());

        await MigrateAsync(database);

        Assert.Equal("new", await AskAsync(database, Columns));
    }

    [Fact]
    public async Task A_replica_says_what_it_was_built_with()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:dispatch", database.OwnerConnectionString), new("Database:Password", OwnDatabase.Password)]).Build();
        await using var pools = Databases.From(settings, new("dispatch", 12));
        await using var command = pools.Relay.CreateCommand("select current_setting('application_name')");

        Assert.Equal("dispatch 0012", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_that_takes_away_must_say_which_replicas_can_do_without() =>
        Assert.Contains("must begin with", Assert.Throws<InvalidOperationException>(() => new MigrationScript("0040-x.contract.sql", "alter table unit drop column old;").OldestReplica).Message, StringComparison.Ordinal);

    private static Task MigrateAsync(OwnDatabase database) =>
        new Migrator(database.OwnerConnectionString, database.Roles, NullLogger<Migrator>.Instance).MigrateAsync([typeof(ContractionTests).Assembly], TestContext.Current.CancellationToken);

    private static async Task<NpgsqlConnection> ConnectAsync(OwnDatabase database, string replica)
    {
        var login = new NpgsqlConnectionStringBuilder(database.Roles.ConnectionString(database.OwnerConnectionString, database.Roles.Relay)) { ApplicationName = replica, Pooling = false };
        var connection = new NpgsqlConnection(login.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task<object?> AskAsync(OwnDatabase database, string question)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
