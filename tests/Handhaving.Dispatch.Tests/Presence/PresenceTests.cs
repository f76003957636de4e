using Handhaving.Dispatch.Tests.Recommendation;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Presence;

/// <summary>Presence is counted from positions at any replica, told once for each hour that is over, and names nobody.</summary>
public sealed class PresenceTests(DispatchRegion region)
{
    [Fact]
    public async Task C19_positions_become_minutes_of_a_district_and_an_hour_that_is_over_is_told_once_without_units()
    {
        var desk = Person.FromLandgraaf(region);
        var unit = await desk.OwnUnitAsync(region, "0965");
        await desk.PlaceAsync(unit, "0965");
        await Work.EventuallyAsync(async () =>
        {
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
