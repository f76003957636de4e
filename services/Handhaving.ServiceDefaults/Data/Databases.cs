using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>The two pools of a service: its own work under row-level security, and the relay and feed across tenants.</summary>
public sealed class Databases(NpgsqlDataSource service, NpgsqlDataSource relay) : IAsyncDisposable
{
    public NpgsqlDataSource Service { get; } = service;

    public NpgsqlDataSource Relay { get; } = relay;

    /// <param name="replica">Its service is the name of the connection string; with <c>Database:Password</c> given, the run-time roles log in by it.</param>
    public static Databases From(IConfiguration configuration, ReplicaVersion replica)
    {
        var name = replica.Service;
        var given = configuration.GetConnectionString(name) ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not configured.");
        if (configuration["Database:Password"] is not { Length: > 0 } password)
            return new(Build(given, replica, 64), Build(configuration.GetConnectionString(name + "-relay") ?? given, replica, 8));
        var roles = new RuntimeRoles(new NpgsqlConnectionStringBuilder(given).Database ?? name, password);
        return new(Build(roles.ConnectionString(given, roles.Service), replica, 64), Build(roles.ConnectionString(given, roles.Relay), replica, 8));
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Relay.DisposeAsync();
    }

    private static NpgsqlDataSource Build(string connectionString, ReplicaVersion replica, int poolSize)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = replica.ToString(),
            MaxPoolSize = poolSize,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            Timeout = 3,
            CommandTimeout = 6,
            CancellationTimeout = 1000,
            KeepAlive = 10,
            // All that is set on a connection is set for one transaction and ends with it; to reset all else too costs seven statements before the first of each use.
            NoResetOnClose = true,
            IncludeErrorDetail = false,
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
