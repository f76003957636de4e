using System.Text;
using Grpc.Net.Client;
using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Presence;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Canary;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Seed;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents.Acts;
using Handhaving.Dispatch.Tests.Waking;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.Testing.Identity;
using Handhaving.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(Handhaving.Dispatch.Tests.Service.DispatchRegion))]

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>Two replicas of dispatch on real servers with the demo region, over real gRPC; one for all tests of this project.</summary>
public sealed class DispatchRegion : IAsyncLifetime
{
    private const string Password = "test-only";
    private readonly string name = $"dispatch_{Guid.NewGuid():N}"[..20];
    private readonly List<WebApplication> replicas = [];
    private readonly List<GrpcChannel> channels = [];
    private TestServers? servers;

    /// <summary>The issuer of the callers' tokens.</summary>
    public TestIssuer Issuer { get; private set; } = null!; // set before any test runs

    public string OwnerConnectionString => Servers.PostgresOwnerConnectionString(name);

    public string ServiceConnectionString => new NpgsqlConnectionStringBuilder(OwnerConnectionString) { Username = name + "_service", Password = Password }.ConnectionString;

    public Uri RabbitMq => Servers.RabbitMqUri(name);

    private TestServers Servers => servers ?? throw new InvalidOperationException("The servers are not started.");

    /// <summary>A client's way to one replica.</summary>
    public GrpcChannel Replica(int number) => channels[number];

    /// <summary>A push service of browsers, which takes what it is given.</summary>
    public PushService Push { get; private set; } = null!; // set before any test runs

    public async ValueTask InitializeAsync()
    {
        servers = await TestServers.StartAsync(CancellationToken.None);
        Push = await PushService.StartAsync();
        Issuer = await TestIssuer.StartAsync();
        await ExecuteAsync("postgres", $"create database {name}");
        await Servers.CreateVirtualHostAsync(name, CancellationToken.None);
        await Migration.ApplyAsync(OwnerConnectionString, Password, NullLogger<ServiceDefaults.Data.Migrator>.Instance, CancellationToken.None);
        await DemoRegion.SeedAsync(OwnerConnectionString, TimeProvider.System, CancellationToken.None);
        for (var number = 0; number < 2; number++) await StartReplicaAsync(RabbitMq.ToString(), Servers.RedisConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels) channel.Dispose();
        await Task.WhenAll(replicas.Select(replica => replica.StopAsync()));
        foreach (var replica in replicas) await replica.DisposeAsync();
        await Issuer.DisposeAsync();
        await Push.DisposeAsync();
        await ExecuteAsync("postgres", $"drop database {name} with (force)");
        await ExecuteAsync("postgres", $"drop role {name}_service");
        await ExecuteAsync("postgres", $"drop role {name}_relay");
        await Servers.DeleteVirtualHostAsync(name, CancellationToken.None);
        Servers.Dispose();
    }

    /// <summary>Runs a statement as the owner, past row-level security: only for looking behind the service and for damage on purpose.</summary>
    public Task<object?> OwnerAsync(string sql, params object[] values) => ExecuteAsync(name, sql, values);

    private async Task<object?> ExecuteAsync(string database, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(Servers.PostgresOwnerConnectionString(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Puts a message of a tenant on the queue of the statistics, past the outbox.</summary>
    public async Task PublishAsync(string tenant, Guid messageId, string body)
    {
        await using var connection = await new ConnectionFactory { Uri = RabbitMq }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var properties = new BasicProperties { MessageId = messageId.ToString(), ContentType = "application/vnd.masstransit+json", Headers = new Dictionary<string, object?> { ["tenant"] = tenant } };
        await channel.BasicPublishAsync("", "dispatch-statistics.work", mandatory: true, properties, Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
    }

    /// <summary>Lets both replicas end the offers that are over, at once.</summary>
    public Task SweepOffersAsync() => Task.WhenAll(replicas.Take(2).Select(replica =>
        replica.Services.GetServices<IHostedService>().OfType<OfferExpiryJob>().Single().SweepAsync(TestContext.Current.CancellationToken)));

    /// <summary>Lets both replicas count where units are and tell of hours that are over, at once.</summary>
    public Task SweepPresenceAsync() => Task.WhenAll(replicas.Take(2).Select(replica => replica.Services.GetRequiredService<PresenceJob>().SweepAsync(TestContext.Current.CancellationToken)));

    /// <summary>A replica that knows these positions alone and goes by this clock.</summary>
    internal PresenceJob PresenceOf(UnitPositions positions, TimeProvider clock) =>
        ActivatorUtilities.CreateInstance<PresenceJob>(replicas[0].Services, new PresenceJob.Seen(positions, replicas[0].Services.GetRequiredService<AreaIndex>()), clock);

    /// <summary>Lets both replicas take up incidents whose hold is over, at once.</summary>
    public Task SweepTimersAsync() => Task.WhenAll(replicas.Take(2).Select(replica =>
        replica.Services.GetServices<IHostedService>().OfType<IncidentTimerJob>().Single().SweepAsync(TestContext.Current.CancellationToken)));

    /// <summary>Lets the pruning job of one replica take its turn now.</summary>
    public Task PruneCanariesAsync(DateTimeOffset before) => replicas[0].Services.GetRequiredService<CanaryPruningJob>().PruneAsync(before, TestContext.Current.CancellationToken);

    /// <summary>Rows of the feed as one replica reads them.</summary>
    public Task<IReadOnlyList<FeedRow>> ReadFeedAsync(FeedCursor after, FeedCursor upTo) => replicas[0].Services.GetRequiredService<FeedReader>().ReadAsync(after, upTo, TestContext.Current.CancellationToken);

    /// <summary>Lets the sweep of ended duties of one replica take its turn now.</summary>
    public Task SweepDutiesAsync(int replica) => replicas[replica].Services.GetRequiredService<DutyEndJob>().SweepAsync(TestContext.Current.CancellationToken);

    /// <summary>What the pooled connections of one replica have in their sessions of callers.</summary>
    public async Task<IReadOnlyList<string>> SettingsOfPoolAsync()
    {
        List<NpgsqlConnection> taken = [];
        List<string> kept = [];
        try
        {
            for (var number = 0; number < 16; number++) taken.Add(await replicas[0].Services.GetRequiredService<ServiceDefaults.Data.Databases>().Service.OpenConnectionAsync(TestContext.Current.CancellationToken));
            foreach (var connection in taken)
            {
                await using var command = new NpgsqlCommand("select coalesce(current_setting('app.mun', true), '') || coalesce(current_setting('app.mun_read', true), '')", connection);
                kept.Add((string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) ?? "");
            }
        }
        finally
        {
            foreach (var connection in taken) await connection.DisposeAsync();
        }
        return kept;
    }

    /// <summary>What one replica bears of those who connect to it.</summary>
    public KestrelServerLimits LimitsOf(int replica) => replicas[replica].Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

    /// <summary>One more replica, with settings of its own.</summary>
    public async Task<(GrpcChannel Channel, IServiceProvider Services)> StartReplicaWithAsync(params string[] settings)
    {
        var (channel, app) = await StartReplicaAsync(RabbitMq.ToString(), Servers.RedisConnectionString, settings);
        return (channel, app.Services);
    }

    /// <summary>One more replica, as after a restart: it knows of positions only what the cache tells it.</summary>
    public async Task<GrpcChannel> StartFreshReplicaAsync()
    {
        var (channel, _) = await StartReplicaAsync(RabbitMq.ToString(), Servers.RedisConnectionString);
        return channel;
    }

    /// <summary>The cache itself, for damage on purpose.</summary>
    public async Task<IConnectionMultiplexer> OpenCacheAsync() => await ConnectionMultiplexer.ConnectAsync(Servers.RedisConnectionString);

    /// <summary>One more replica, whose broker and cache do not answer.</summary>
    public async Task<GrpcChannel> StartCutOffReplicaAsync(params string[] settings)
    {
        var (channel, _) = await StartReplicaAsync($"amqp://guest:guest@127.0.0.1:{Ports.Free()}/", $"127.0.0.1:{Ports.Free()}", settings);
        return channel;
    }

    /// <summary>What a replica of this region is started with, in this process or in one of its own.</summary>
    public string[] ReplicaArguments(string address) => ReplicaArguments(address, RabbitMq.ToString(), Servers.RedisConnectionString);

    private string[] ReplicaArguments(string address, string messaging, string cache) =>
    [
        $"--urls={address}", $"--environment={Environments.Development}", $"--ConnectionStrings:dispatch={OwnerConnectionString}", $"--Database:Password={Password}",
        $"--ConnectionStrings:messaging={messaging}", $"--ConnectionStrings:cache={cache}",
        "--Access:Roles:lender-without-tips:0=dispatch.loans.refuse", "--Access:Roles:lender-without-tips:1=dispatch.loans.read", // as a region may decide
        $"--Push:PrivateKey={PushService.PlatformKey}", "--Push:Contact=mailto:beheer@example.org", $"--Push:Services:0={Push.Origin}",
        $"--Identity:Issuer={Issuer.Address}", "--Identity:Audience=handhaving", "--Logging:LogLevel:Default=Critical", "--Logging:LogLevel:MassTransit=Critical", "--Logging:LogLevel:Handhaving.ServiceDefaults.Errors=Error",
    ];

    private async Task<(GrpcChannel Channel, WebApplication App)> StartReplicaAsync(string messaging, string cache, params string[] settings)
    {
        var address = $"http://127.0.0.1:{Ports.Free()}";
        var app = DispatchApp.Build([.. ReplicaArguments(address, messaging, cache), .. settings]);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Defects.OfReplicas);
        await app.StartAsync();
        var channel = GrpcChannel.ForAddress(address);
        lock (replicas)
        {
            replicas.Add(app);
            channels.Add(channel);
        }
        return (channel, app);
    }
}
