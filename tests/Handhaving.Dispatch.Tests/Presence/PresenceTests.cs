using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Tests.Recommendation;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Units;
using Microsoft.Extensions.Time.Testing;

namespace Handhaving.Dispatch.Tests.Presence;

/// <summary>Presence is counted from positions at any replica, told once for each hour that is over, and names nobody.</summary>
public sealed class PresenceTests(DispatchRegion region)
{
    [Theory]
    [InlineData("0965", "0986")]
    [InlineData("0888", "0971")]
    public async Task C19_a_unit_that_crosses_a_border_between_the_looks_of_two_replicas_is_counted_once_in_that_minute(string from, string to)
    {
        var unit = new UnitName($"municipalities/{from}/units/crosses-{Guid.NewGuid():N}"[..50]);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(1)); // a minute of its own: the replicas' jobs count none ahead of theirs
        var positions = new UnitPositions(TimeSpan.FromMinutes(5));
        using var job = region.PresenceOf(positions, clock);

        foreach (var (municipality, seconds) in new[] { (from, -20), (to, -10) })
        {
            var market = Work.MarketOf(municipality);
            positions.Take(unit, new(new(market.Latitude, market.Longitude), clock.GetUtcNow().AddSeconds(seconds), 5, null));
            await job.SweepAsync(TestContext.Current.CancellationToken);
        }

        var minute = new DateTime(clock.GetUtcNow().UtcTicks - clock.GetUtcNow().UtcTicks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);
        Assert.Equal(1L, await region.OwnerAsync("select sum(boa) from presence_minute where minute = $1", minute));
        await region.OwnerAsync("delete from presence_minute where minute = $1", minute);
    }

    [Fact]
    public async Task C19_positions_become_minutes_of_a_district_and_an_hour_that_is_over_is_told_once_without_units()
    {
        var desk = Person.FromLandgraaf(region);
        var unit = await desk.OwnUnitAsync(region, "0965");
        await desk.PlaceAsync(unit, "0965");
        await Work.EventuallyAsync(async () =>
        {
            await region.OwnerAsync("delete from presence_minute where minute > now() - interval '2 minutes'"); // counted already, of units of other tests
            await region.SweepPresenceAsync();
            return await region.OwnerAsync("select count(*) from presence_minute where tenant = '0965' and boa > 0") is > 0L;
        });
        await region.OwnerAsync("""
            insert into presence_minute (tenant, area, minute, boa, police) select '0965', 'WK0965X1', timestamptz '2026-01-02T10:00Z' + make_interval(mins => m), 1, m % 2 from generate_series(0, 59) m
            """);

        await region.SweepPresenceAsync();

        Assert.Equal(1L, await region.OwnerAsync("select count(*) from outbox where aggregate = 'municipalities/0965/presence/WK0965X1/20260102T10Z'"));
        var body = (string?)await region.OwnerAsync("select body::text from outbox where aggregate = 'municipalities/0965/presence/WK0965X1/20260102T10Z'") ?? "";
        Assert.Contains("\"boaMinutes\": 60", body.Replace("\":60", "\": 60", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"policeMinutes\": 30", body.Replace("\":30", "\": 30", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("units/", body, StringComparison.Ordinal);
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from presence_minute where area = 'WK0965X1'"));
    }
}
