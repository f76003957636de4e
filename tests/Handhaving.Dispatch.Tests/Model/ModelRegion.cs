using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>A region in which nothing happens but what the model does, so that all that is there can be held against it.</summary>
public sealed class ModelRegion : IAsyncLifetime
{
    public DispatchRegion Region { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Region.InitializeAsync();
        // Offers end when the model says so, and never while it looks the other way; it knows no places, so whatever is left of a duty is enough.
        await Region.OwnerAsync("""
            insert into setting (tenant, key, version, value, valid_from, changed_by, change_reason)
            select team, decided.key, 1, decided.value::jsonb, now() - interval '1 day', 'test', 'test'
            from unnest(array['westelijke-mijnstreek', 'brunssum-landgraaf']) team, (values ('dispatch.offer-seconds', '300'), ('dispatch.expected-stay-minutes', '[0,0,0,0,0]')) decided (key, value)
            """);
    }

    public ValueTask DisposeAsync() => Region.DisposeAsync();

    /// <summary>The desk of a team, with a supervisor's rights, on one of the two replicas.</summary>
    internal Person Desk(string team, int replica) => Desk(team, Region.Replica(replica));

    internal Person Desk(string team, Grpc.Net.Client.GrpcChannel channel) => team == "westelijke-mijnstreek"
        ? new(Region, channel, "supervisor-wm-01", "supervisor", ["0888", "0971", "1883"], [team])
        : new(Region, channel, "supervisor-bl-01", "supervisor", ["0965", "0986", "1954", "0899", "0882"], [team]);

    /// <summary>Two BOA units and the police of one team, and a BOA unit of another; off duty, with powers everywhere.</summary>
    internal async Task<string[]> UnitsAsync()
    {
        var neighbours = new Neighbours(Region);
        return await Task.WhenAll(new[] { "municipalities/0888", "teams/westelijke-mijnstreek", "municipalities/0965", "municipalities/1883" }.Select(owner =>
            neighbours.OffDutyAsync($"{owner}/units/{Guid.NewGuid().ToString("N")[..12]}", [.. ModelRules.Municipalities], 2)));
    }

    /// <summary>Ends an offer's time and lets both replicas sweep.</summary>
    internal async Task ExpireAsync(string job)
    {
        await Region.OwnerAsync("update assignment set expires_at = now() - interval '1 second' where id = $1", Id(job));
        await Region.SweepOffersAsync();
    }

    /// <summary>Ends the time of a hold and lets both replicas sweep.</summary>
    internal async Task EndHoldAsync(string incident)
    {
        await Region.OwnerAsync("""update incident set body = jsonb_set(body, '{hold,due}', '"2026-01-01T00:00:00+00:00"') where id = $1 and jsonb_typeof(body->'hold') = 'object'""", Id(incident));
        await Region.SweepTimersAsync();
    }

    /// <summary>The database ends every session of the service, in the middle of whatever it does.</summary>
    internal Task CutDatabaseAsync() => Region.OwnerAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = $1", new Npgsql.NpgsqlConnectionStringBuilder(Region.ServiceConnectionString).Username ?? "");

    internal static Guid Id(string name) => Guid.Parse(name.Split('/')[^1]);
}

/// <summary>Runs beside no other tests: it would take the cores from those that hold others to a moment.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone : ICollectionFixture<ModelRegion>
{
    public const string Name = "assignment model";
}
