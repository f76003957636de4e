using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>A spot with more reports than are shown or ever read: the nearest is still found (dispatch 6).</summary>
public sealed class HotspotDuplicateTests(DispatchRegion region)
{
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task At_a_spot_with_a_thousand_newer_reports_the_nearest_of_weeks_ago_is_found_first()
    {
        var spot = North(Work.MarketOf("0882"), 0.003);
        var nearest = await ReportedAsync(spot, weeksAgo: 3);
        await RepeatAsync(await ReportedAsync(North(spot, 0.0008), weeksAgo: 0), 1100); // 89 m

        var found = await FindAsync(spot, includeHistory: true);

        Assert.Equal((50, nearest, 0), (found.Count, found[0].Incident.Name, found[0].DistanceMeters));
        Assert.All(found.Skip(1), other => Assert.InRange(other.DistanceMeters, 88, 90));
    }

    [Fact]
    public async Task The_nearest_of_what_was_reported_at_one_time_come_first_and_none_from_outside_the_radius()
    {
        var spot = North(Work.MarketOf("0882"), -0.003);
        string[] expected = [await ReportedAsync(spot, 0), await ReportedAsync(North(spot, 0.0004), 0), await ReportedAsync(North(spot, 0.00089), 0)];
        await ReportedAsync(North(spot, 0.00091), 0); // 101 m

        var found = await FindAsync(spot, includeHistory: false);

        Assert.Equal(expected, found.Select(candidate => candidate.Incident.Name));
        Assert.Equal([0, 44, 99], found.Select(candidate => candidate.DistanceMeters));
    }

    private async Task<IReadOnlyList<V1.DuplicateCandidate>> FindAsync(Geo.V1.Position spot, bool includeHistory)
    {
        var like = new V1.FindDuplicatesRequest { Parent = "municipalities/0882", Type = "noise.venue", Position = spot, IncludeHistory = includeHistory };
        return (await desk.Incidents.FindDuplicatesAsync(like, desk.Call)).Candidates;
    }

    private async Task<string> ReportedAsync(Geo.V1.Position position, int weeksAgo)
    {
        var request = Work.Report("0882", "noise.neighbours");
        request.Incident.Location.Position = position;
        request.Incident.ReportTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddDays(-7 * weeksAgo));
        return (await desk.Incidents.ReportIncidentAsync(request, desk.Call)).Incident.Name;
    }

    /// <summary>The same row again and closed, so many times: as many reports would take longer than they are worth here. Their ids are older than any, so that no list of others begins with them.</summary>
    private Task<object?> RepeatAsync(string incident, int times) => region.OwnerAsync("""
        insert into incident (tenant, id, version, state, priority, number, body)
        select tenant, fresh, version, 7, priority, number || '-' || again, jsonb_set(body, '{name,id}', to_jsonb(fresh))
        from incident, lateral (select again, ('00000000' || substr(gen_random_uuid()::text, 9))::uuid fresh from generate_series(1, $2) again) copies where id = $1
        """, Guid.Parse(incident.Split('/')[^1]), times);

    private static Geo.V1.Position North(Geo.V1.Position from, double degrees) => new() { Latitude = from.Latitude + degrees, Longitude = from.Longitude };
}
