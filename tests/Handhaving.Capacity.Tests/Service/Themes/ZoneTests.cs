using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service.Themes;

/// <summary>Zones for surveillance, from drawing to the hours that they get, over the real door.</summary>
public sealed class ZoneTests(CapacityRegion region)
{
    private const string Simpelveld = "municipalities/0965";

    [Fact]
    public async Task C05_C55_a_zone_gets_surveillance_hours_within_its_hours_from_the_next_planning_on_and_none_outside()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        await region.OwnerAsync("""
            insert into demand_hour (tenant, starts_at, area, family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds)
            select '0965', date_trunc('hour', now()) - make_interval(days => d), 'WK0965Z1', 'noise', 4, 1, 1, 0, 3600, 0, 0 from generate_series(1, 20) d
            """);
        var day = DateTime.UtcNow.Date.AddDays(1);
        var ask = new V1.ProposePatrolHoursRequest { Parent = Simpelveld, StartTime = Stamp(day), EndTime = Stamp(day.AddDays(1)), PlannedUnits = 2, MeanServiceSeconds = 1800 };
        var before = await planner.Priorities.ProposePatrolHoursAsync(ask, planner.Call);
        var night = Zone("uitgaan", V1.ZoneKind.Nightlife, day, day.AddDays(1));
        night.Windows.Add(new V1.ZoneWindow { Weekdays = { Enumerable.Range(1, 7).Select(weekday => (V1.Weekday)weekday) }, StartMinute = 22 * 60, EndMinute = 2 * 60 });
        var drawn = await PutAsync(planner, night);
        var focus = await PutAsync(planner, new(Zone("station", V1.ZoneKind.Focus, day.AddHours(6), day.AddHours(8))) { Theme = "woonoverlast" });

        var after = await planner.Priorities.ProposePatrolHoursAsync(ask, planner.Call);
        var stopped = await PutAsync(planner, new(focus) { StartTime = Stamp(day.AddDays(-9)), EndTime = Stamp(day.AddDays(-8)) });
        var without = await planner.Priorities.ProposePatrolHoursAsync(ask, planner.Call);

        Assert.Empty(before.Zones);
        Assert.Equal([22, 23, 0, 1], after.Zones.Where(hours => hours.Zone == drawn.Name).Select(hours => Local(hours.StartTime)).Order().OrderBy(hour => hour < 12));
        Assert.Equal([Stamp(day.AddHours(6)), Stamp(day.AddHours(7))], after.Zones.Where(hours => hours.Zone == focus.Name).Select(hours => hours.StartTime));
        Assert.All(after.Zones, hours => Assert.InRange(hours.Hours, 0.1, 1));
        Assert.Equal(after.PatrolHours, after.Zones.Sum(hours => hours.Hours) + after.Themes.Sum(theme => theme.Hours), 6);
        Assert.DoesNotContain(without.Zones, hours => hours.Zone == focus.Name);
        Assert.Equal([drawn.Name], (await ListAsync(planner, false)).Select(zone => zone.Name));
        Assert.Equal([stopped.Name, drawn.Name], (await ListAsync(planner, true)).Select(zone => zone.Name));
        Assert.Equal(3L, await region.OwnerAsync("select count(*) from outbox where tenant = '0965' and type = 'Handhaving.Events.Capacity.PatrolZoneSet'"));
    }

    [Fact]
    public async Task What_cannot_be_a_zone_is_refused_with_its_reason()
    {
        var (planner, stranger) = (Person.PlannerOfLandgraaf(region), Person.Planner(region));
        var day = DateTime.UtcNow.Date;
        var flat = Zone("plat", V1.ZoneKind.Focus, day, day.AddDays(1));
        foreach (var corner in flat.Boundary) corner.Latitude = 50.83;

        Assert.Equal("ZONE_PERIOD_EMPTY", await RefusedAsync(planner, Zone("kort", V1.ZoneKind.Focus, day, day)));
        Assert.Equal("ZONE_WITHOUT_HOURS", await RefusedAsync(planner, Zone("school", V1.ZoneKind.School, day, day.AddDays(1))));
        Assert.Equal("ZONE_WITHOUT_AREA", await RefusedAsync(planner, flat));
        Assert.Equal("THEME_UNKNOWN", await RefusedAsync(planner, new(Zone("thema", V1.ZoneKind.Focus, day, day.AddDays(1))) { Theme = "sociale-kwaliteit" })); // of the other team
        Assert.Equal("ETAG_MISMATCH", await RefusedAsync(planner, new(Zone("nieuw", V1.ZoneKind.Focus, day, day.AddDays(1))) { Etag = "\"3\"" }));
        Assert.Equal("INVALID_REQUEST", await RefusedAsync(planner, new(Zone("veel", V1.ZoneKind.Focus, day, day.AddDays(1))) { Share = 51 }));
        Assert.Equal("NOT_FOUND", await RefusedAsync(stranger, Zone("vreemd", V1.ZoneKind.Focus, day, day.AddDays(1))));
        var mayor = Person.Mayor(region, "0965");
        Assert.Equal("PERMISSION_MISSING", await RefusedAsync(mayor, Zone("burgemeester", V1.ZoneKind.Focus, day, day.AddDays(1))));
    }

    private static V1.PatrolZone Zone(string code, V1.ZoneKind kind, DateTime start, DateTime end) => new()
    {
        Code = code, DisplayName = code, Kind = kind, StartTime = Stamp(start), EndTime = Stamp(end), Share = 20,
        Boundary = { new Geo.V1.Position { Latitude = 50.82, Longitude = 5.98 }, new Geo.V1.Position { Latitude = 50.82, Longitude = 6.0 }, new Geo.V1.Position { Latitude = 50.84, Longitude = 5.99 } },
    };

    private static async Task<V1.PatrolZone> PutAsync(Person person, V1.PatrolZone zone) => (await person.Zones.PutPatrolZoneAsync(new() { Parent = Simpelveld, Zone = zone, RequestId = Asked.Id() }, person.Call)).Zone;

    private static Task<string> RefusedAsync(Person person, V1.PatrolZone zone) => Failure.ReasonAsync(person.Zones.PutPatrolZoneAsync(new() { Parent = Simpelveld, Zone = zone, RequestId = Asked.Id() }, person.Call));

    private static async Task<IEnumerable<V1.PatrolZone>> ListAsync(Person person, bool ended) => (await person.Zones.ListPatrolZonesAsync(new() { Parent = Simpelveld, ShowEnded = ended }, person.Call)).Zones;

    private static int Local(Timestamp moment) => Handhaving.Capacity.Demand.Calendar.DutchClock.HourOf(moment.ToDateTimeOffset()).Hour;

    private static Timestamp Stamp(DateTime moment) => Timestamp.FromDateTime(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}
