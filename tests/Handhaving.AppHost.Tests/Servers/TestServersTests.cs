using Handhaving.Testing.Servers;
using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace Handhaving.AppHost.Tests.Servers;

public sealed class TestServersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shared_servers_answer_in_their_own_protocols()
    {
        using var servers = await TestServers.StartAsync(Cancellation);

        await using var postgres = new NpgsqlConnection(servers.PostgresOwnerConnectionString("postgres"));
        await postgres.OpenAsync(Cancellation);
        await using var durable = new NpgsqlCommand("SELECT current_setting('fsync') || current_setting('synchronous_commit')", postgres);
        Assert.Equal("onon", await durable.ExecuteScalarAsync(Cancellation));

        await servers.CreateVirtualHostAsync("apphost-tests", Cancellation);
        await using (await ConnectAsync(servers.RabbitMqUri("apphost-tests")))
        {
        }
        await servers.DeleteVirtualHostAsync("apphost-tests", Cancellation);

        await using var redis = await ConnectionMultiplexer.ConnectAsync(servers.RedisConnectionString);
        Assert.True(await redis.GetDatabase().PingAsync() > TimeSpan.Zero);
    }

    private static async Task<IConnection> ConnectAsync(Uri broker) =>
        await new ConnectionFactory { Uri = broker }.CreateConnectionAsync(Cancellation);
}
