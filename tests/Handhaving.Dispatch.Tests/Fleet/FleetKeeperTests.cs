using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Positions;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.Testing.Identity;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Fleet;

/// <summary>An index that cannot know all units gives no answer.</summary>
public sealed class FleetKeeperTests
{
    [Fact]
    public async Task Without_its_database_an_index_says_that_it_does_not_know_the_units()
    {
        var nowhere = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={Ports.Free()};Username=nobody;Database=none;Timeout=1");
        await using var databases = new Databases(nowhere, nowhere);
        using var fleet = new UnitFleet(new UnitPositions(TimeSpan.FromSeconds(60)));
        using var feed = new FeedReader(databases, new CommitSignal(), TimeProvider.System, NullLogger<FeedReader>.Instance);
        var query = new FleetQuery(databases, new TenantSettings(databases, new SettingDefinitions([]), TimeProvider.System), new AreaIndex());
        await using var keeper = new FleetKeeper(feed, new FleetTurns(databases, query, fleet, TimeProvider.System, NullLogger<FleetTurns>.Instance), TimeProvider.System, NullLogger<FleetKeeper>.Instance);

        var broken = await Assert.ThrowsAsync<RuleBroken>(() => keeper.CatchUpAsync(TestContext.Current.CancellationToken));
        var health = await new FleetCheck(keeper).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

        Assert.Equal((FleetRules.Known, RuleOutcome.Unavailable), (broken.Rule, broken.Rule.Outcome));
        Assert.Equal(HealthStatus.Degraded, health.Status);
    }
}
