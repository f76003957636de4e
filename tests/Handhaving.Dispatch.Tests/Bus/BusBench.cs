using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Seed;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.Testing.Servers;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>The bus of a service with a consumer that a test makes up, on a database and a virtual host of its own.</summary>
internal sealed class BusBench : IAsyncDisposable
{
    public const string Consumer = "bench";
    private const string Password = "test-only";
    private readonly string name = $"bus_{Guid.NewGuid():N}"[..20];
    private readonly TestServers servers;
    private readonly IHost host;

    private BusBench(TestServers servers, Type consumer, object script)
    {
        this.servers = servers;
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (script is ILoggerProvider reader) builder.Logging.AddProvider(reader);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:dispatch", Owner), new("Database:Password", Password), new("ConnectionStrings:messaging", RabbitMq.ToString())]);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<CommitSignal>().AddSingleton(script.GetType(), script);
        builder.Services.AddSingleton(_ => Databases.From(builder.Configuration, new("dispatch", MigrationScript.Last(typeof(Migration).Assembly))));
        builder.AddBus(typeof(IDispatchFact).Assembly, (consumer, Consumer));
        // A process that dies waits for nobody.
        builder.Services.Configure<MassTransitHostOptions>(options => options.StopTimeout = TimeSpan.FromMilliseconds(500));
        host = builder.Build();
    }

    public IServiceProvider Services => host.Services;

    public Uri RabbitMq => servers.RabbitMqUri(name);

    private string Owner => servers.PostgresOwnerConnectionString(name);

    /// <param name="script">What the consumer is told by the test; when it reads logs, it gets them.</param>
    public static async Task<BusBench> StartAsync<TConsumer>(object script)
    {
        var bench = await PrepareAsync<TConsumer>(script);
        await bench.StartAsync();
        return bench;
    }

    /// <summary>Database and virtual host are there, the bus is not started.</summary>
    public static async Task<BusBench> PrepareAsync<TConsumer>(object script)
    {
        var bench = new BusBench(await TestServers.StartAsync(TestContext.Current.CancellationToken), typeof(TConsumer), script);
        await ExecuteAsync(bench.servers.PostgresOwnerConnectionString("postgres"), $"create database {bench.name}");
        await bench.servers.CreateVirtualHostAsync(bench.name, TestContext.Current.CancellationToken);
        await Migration.ApplyAsync(bench.Owner, Password, NullLogger<Migrator>.Instance, TestContext.Current.CancellationToken);
        await DemoRegion.SeedAsync(bench.Owner, TimeProvider.System, TestContext.Current.CancellationToken);
        return bench;
    }

    public Task StartAsync() => host.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>Lays a fact in the outbox; the relay publishes it, again and again until the broker has it.</summary>
    public Task PublishAsync(string tenant, Guid messageId)
    {
        var fact = new IncidentClosed($"municipalities/{tenant}/incidents/{Guid.CreateVersion7()}", tenant, 1, TimeProvider.System.GetUtcNow());
        return AskAsync("insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body) values ($1, $2, $3, 1, $4, $5)",
            messageId, tenant, fact.Incident, $"{typeof(IncidentClosed)}", JsonSerializer.Serialize(fact, MessageJson.Options));
    }

    /// <summary>Lays a fact in the outbox that no version knows, and that can never be sent.</summary>
    public Task PublishUnknownAsync(Guid messageId) =>
        AskAsync("insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body) values ($1, '0888', 'test', 1, 'Handhaving.Events.Dispatch.NoSuchFact', '{}')", messageId);

    /// <summary>Gives a parked message to the consumer again, as the rpc does.</summary>
    public async Task ReplayAsync(Guid messageId)
    {
        var headers = JsonSerializer.Deserialize<ParkedHeaders>((string?)await AskAsync("select headers from parked_message where message_id = $1", messageId) ?? "") ?? throw new JsonException("No headers.");
        var body = (byte[]?)await AskAsync("select body from parked_message where message_id = $1", messageId) ?? [];
        await host.Services.GetRequiredService<Replay>().SendAsync(Consumer, messageId, headers, body, TestContext.Current.CancellationToken);
    }

    /// <summary>Looks behind the bus as the owner.</summary>
    public Task<object?> AskAsync(string sql, params object[] values) => ExecuteAsync(Owner, sql, values);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        await host.StopAsync(patience.Token);
        await host.Services.GetRequiredService<Databases>().DisposeAsync();
        host.Dispose();
        var postgres = servers.PostgresOwnerConnectionString("postgres");
        foreach (var statement in (string[])[$"drop database {name} with (force)", $"drop role {name}_service", $"drop role {name}_relay"]) await ExecuteAsync(postgres, statement);
        await servers.DeleteVirtualHostAsync(name, CancellationToken.None);
        servers.Dispose();
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync();
    }
}
