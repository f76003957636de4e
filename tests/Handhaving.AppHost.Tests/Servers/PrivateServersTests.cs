using Handhaving.Testing.Servers;
using Npgsql;

namespace Handhaving.AppHost.Tests.Servers;

public sealed class PrivateServersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_committed_survives_kill_minus_nine()
    {
        await using var servers = await TestServers.StartPrivateAsync("kill", Cancellation);
        await using (var before = await OpenAsync(servers))
            await ExecuteAsync(before, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");

        await servers.KillAsync(TestServer.Postgres);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => OpenAsync(servers));
        await servers.StartAsync(TestServer.Postgres, Cancellation);

        await using var after = await OpenAsync(servers);
        Assert.Equal(42, await ExecuteAsync(after, "SELECT id FROM kept"));
    }

    private static async Task<NpgsqlConnection> OpenAsync(PrivateServers servers)
    {
        var connection = new NpgsqlConnection(servers.Addresses.PostgresOwnerConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
