using System.Text.Json;
using Handhaving.Dispatch.Tests.Recommendation;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Tests.Priorities;

/// <summary>Priorities that capacity tells of decide which waiting incident gets a free unit first, over a real broker and on each replica.</summary>
public sealed class QueueTests(DispatchRegion region)
{
    private const string Municipality = "0986", Parent = "municipalities/0986";
    private static int latest = 100; // what another test told before is over

    [Fact]
    public async Task C03_of_two_otherwise_equal_incidents_the_higher_theme_gets_the_unit_and_a_new_profile_flips_it()
    {
        var desk = Person.FromLandgraaf(region);
        var unit = await desk.OwnUnitAsync(region, Municipality);
        await desk.PlaceAsync(unit, Municipality);
        var (parking, waste) = (await desk.ReportAsync(Municipality), await desk.ReportAsync(Municipality, "waste.litter"));
        var (former, next) = (++latest, ++latest);
        await TellAsync(former, ("stoep", 30, "parking"), ("afval", 10, "waste"));
        var first = await QueueAsync(desk);
        await TellAsync(next, ("stoep", 10, "parking"), ("afval", 30, "waste"));
        await TellAsync(former, ("stoep", 60, "parking")); // late: it changes nothing

        var then = await QueueAsync(desk);

        Assert.Equal(($"{Parent}/priorityProfiles/{former}", $"{Parent}/priorityProfiles/{next}"), (first.Profile, then.Profile));
        Assert.Equal([(parking.Name, "stoep", 30), (waste.Name, "afval", 10)], Of(first, parking, waste));
        Assert.Equal([(waste.Name, "afval", 30), (parking.Name, "stoep", 10)], Of(then, parking, waste));
        var (ahead, behind) = (then.Entries.Single(entry => entry.Incident == waste.Name), then.Entries.Single(entry => entry.Incident == parking.Name));
        Assert.NotNull(ahead.Pick);
        Assert.NotEqual(ahead.Pick.Unit, behind.Pick?.Unit);
        Assert.Equal((waste.Etag, waste.Number, "waste.litter", 3), (ahead.Etag, ahead.Number, ahead.Type, ahead.Priority));
        Assert.Distinct(then.Entries.Select(entry => entry.Pick?.Unit).OfType<string>());
    }

    [Fact]
    public async Task C05_what_lies_in_a_zone_while_it_counts_comes_first_and_stops_by_itself()
    {
        var desk = Person.FromLandgraaf(region);
        var (outside, inside) = (await desk.ReportAsync(Municipality), await desk.ReportAsync(Municipality, "terrace.breach"));
        var (market, now) = (Work.MarketOf(Municipality), DateTimeOffset.UtcNow);
        ZoneCorner[] around = [new(market.Latitude - 0.001, market.Longitude - 0.001), new(market.Latitude - 0.001, market.Longitude + 0.001), new(market.Latitude + 0.001, market.Longitude)];
        await TellAsync(++latest, ("terras", 5, "terrace"));
        var zone = new PatrolZoneSet($"{Parent}/patrolZones/markt", Municipality, "Markt", "terras", around, now.AddHours(-1), now.AddHours(1), [], 1, now);
        await TellAsync(zone, "dispatch-zones", zone.Zone);
        var counting = await QueueAsync(desk);
        await TellAsync(zone with { ValidUntil = now.AddSeconds(-1), Sequence = 2 }, "dispatch-zones", zone.Zone);
        var over = await QueueAsync(desk);
        await TellAsync(zone with { ValidUntil = now.AddHours(1), Windows = [new([(int)now.AddDays(2).DayOfWeek is 0 ? 7 : (int)now.AddDays(2).DayOfWeek], 600, 660)], Sequence = 3 }, "dispatch-zones", zone.Zone);
        var closed = await QueueAsync(desk);

        Assert.Equal([(inside.Name, "Markt"), (outside.Name, "")], Zones(counting));
        Assert.DoesNotContain(over.Entries.Concat(closed.Entries), entry => entry.Zone.Length > 0);

        IEnumerable<(string, string)> Zones(V1.RecommendQueueResponse queue) =>
            queue.Entries.Where(entry => entry.Incident == inside.Name || entry.Incident == outside.Name).Select(entry => (entry.Incident, entry.Zone));
    }

    [Fact]
    public async Task The_more_urgent_goes_before_every_theme_and_the_queue_of_another_municipality_is_not_shown()
    {
        var (desk, other) = (Person.FromLandgraaf(region), Person.BeekOnly(region));
        var report = Work.Report(Municipality);
        report.Incident.Priority = 2;
        var urgent = (await desk.Incidents.ReportIncidentAsync(report, desk.Call)).Incident;

        var queue = await QueueAsync(desk);

        Assert.True(queue.Entries.Select(entry => entry.Priority).SequenceEqual(queue.Entries.Select(entry => entry.Priority).Order()));
        Assert.Contains(queue.Entries, entry => entry.Incident == urgent.Name);
        Assert.Equal("NOT_FOUND", (await Failure.OfAsync(other.Incidents.RecommendQueueAsync(new() { Parent = Parent }, other.Call))).Reason);
        var boa = new Person(region, "boa-bl-09", "boa", [Municipality], []);
        Assert.Equal("PERMISSION_MISSING", (await Failure.OfAsync(boa.Incidents.RecommendQueueAsync(new() { Parent = Parent }, boa.Call))).Reason);
    }

    [Fact]
    public async Task The_nearest_unit_of_another_team_takes_nobody_his_own_and_what_is_offered_waits_in_no_queue()
    {
        var (desk, other) = (Person.FromLandgraaf(region), Person.Centralist(region));
        var (mine, theirs) = (await desk.OwnUnitAsync(region, "1954"), await other.OwnUnitAsync(region, "0888"));
        await desk.PlaceAsync(mine, "1954");
        await other.PlaceAsync(theirs, "0986");
        await region.OwnerAsync("update officer set appointments = (select jsonb_agg(akte || '{\"territory\":[\"NL\"]}'::jsonb) from jsonb_array_elements(appointments) akte) where id like $1", theirs.Split('/')[^1] + "-%");
        var report = Work.Report("1954");
        report.Incident.Priority = 1;
        var urgent = (await desk.Incidents.ReportIncidentAsync(report, desk.Call)).Incident;
        var before = (await desk.Incidents.RecommendQueueAsync(new() { Parent = "municipalities/1954", Limit = 100 }, desk.Call)).Entries.Single(entry => entry.Incident == urgent.Name);
        await desk.AssignAsync(urgent, before.Pick.Unit);

        var after = await desk.Incidents.RecommendQueueAsync(new() { Parent = "municipalities/1954", Limit = 100 }, desk.Call);

        Assert.DoesNotContain("/0888/", before.Pick.Unit, StringComparison.Ordinal);
        Assert.DoesNotContain(after.Entries, entry => entry.Incident == urgent.Name);
    }

    private static async Task<V1.RecommendQueueResponse> QueueAsync(Person desk) => await desk.Incidents.RecommendQueueAsync(new() { Parent = Parent, Limit = 100 }, desk.Call);

    private static IEnumerable<(string, string, int)> Of(V1.RecommendQueueResponse queue, params V1.Incident[] incidents) =>
        queue.Entries.Where(entry => incidents.Any(incident => incident.Name == entry.Incident)).Select(entry => (entry.Incident, entry.Theme, entry.ThemeWeight));

    private async Task TellAsync(int version, params (string Code, int Weight, string Family)[] themes)
    {
        var profile = $"{Parent}/priorityProfiles/{version}";
        await TellAsync(new PrioritiesHeld(profile, Municipality, version, new(2020, 1, 1), new(2040, 12, 31), [.. themes.Select(theme => new HeldTheme(theme.Code, theme.Code, theme.Weight, [theme.Family], []))], 2, DateTimeOffset.UtcNow), "dispatch-priorities", profile);
    }

    // Capacity's fact, put on the broker by this service's own relay.
    private async Task TellAsync(ICapacityFact fact, string consumer, string aggregate)
    {
        var message = Guid.CreateVersion7();
        await region.OwnerAsync("insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body) values ($1, $2, $3, $4, $5, $6)",
            message, Municipality, $"{aggregate}/{message}", fact.Sequence, $"{fact.GetType()}", JsonSerializer.Serialize(fact, fact.GetType(), MessageJson.Options));
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from inbox where consumer = $2 and message_id = $1", message, consumer) is 1L);
    }
}
