using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>Recommendations over real replicas: each knows every unit at once, and shows each caller its own.</summary>
public sealed class RecommendTests(DispatchRegion region)
{
    [Fact]
    public async Task A_unit_that_signs_on_or_is_assigned_at_one_replica_is_known_at_once_to_the_other_and_to_one_that_starts_later()
    {
        var (here, there) = (Person.Centralist(region), Person.Centralist(region, 1));
        var unit = await here.OwnUnitAsync(region, "0971");
        await there.PlaceAsync(unit, "0971");
        var (incident, other) = (await here.ReportAsync("0971"), await here.ReportAsync("0971"));

        var picked = (await there.RecommendAsync(incident)).Picks.Single(pick => pick.Unit == unit);
        var offer = (await here.AssignAsync(incident, unit)).Assignment;
        var busy = (await there.RecommendAsync(other)).Rejections.Single(rejected => rejected.Unit == unit);
        var onIt = (await there.RecommendAsync(incident)).Rejections.Single(rejected => rejected.Unit == unit);
        var fresh = new Person(region, await region.StartFreshReplicaAsync(), "centralist-wm-01", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);
        var known = await fresh.RecommendAsync(other);
        await here.FinishAsync(offer);
        var again = await fresh.RecommendAsync(other);

        Assert.False(picked.StaleFix);
        Assert.Equal("NOT_AVAILABLE", Assert.Single(busy.Reasons).Code);
        Assert.Equal("ALREADY_ON_INCIDENT", Assert.Single(onIt.Reasons).Code);
        Assert.Equal(busy.Reasons, known.Rejections.Single(rejected => rejected.Unit == unit).Reasons);
        Assert.DoesNotContain(again.Rejections, rejected => rejected.Unit == unit);
    }

    [Fact]
    public async Task C21_an_appointment_that_expired_removes_its_unit_from_the_next_recommendation_at_every_replica()
    {
        var people = new[] { Person.Centralist(region), Person.Centralist(region, 1) };
        var unit = await people[0].OwnUnitAsync(region, "0888");
        foreach (var person in people) await person.PlaceAsync(unit, "0888");
        var incident = await people[0].ReportAsync();

        foreach (var person in people) Assert.Contains((await person.RecommendAsync(incident)).Picks, pick => pick.Unit == unit);
        await ChangeAktenAsync(unit, """{"validTo":"2026-01-01"}""");

        foreach (var person in people)
            Assert.Equal("APPOINTMENT_EXPIRED", Assert.Single((await person.RecommendAsync(incident)).Rejections.Single(rejected => rejected.Unit == unit).Reasons).Code);
    }

    [Fact]
    public async Task C37_an_urgent_search_crosses_the_border_of_the_team_and_another_does_not()
    {
        var (mine, theirs) = (Person.BeekOnly(region), Person.FromLandgraaf(region));
        var unit = await theirs.OwnUnitAsync(region, "0882");
        await ChangeAktenAsync(unit, """{"territory":["NL"]}""");
        await theirs.PlaceAsync(unit, "0888");
        var report = Work.Report();
        report.Incident.Priority = 1;
        var urgent = (await mine.Incidents.ReportIncidentAsync(report, mine.Call)).Incident;
        var calm = await mine.ReportAsync();

        var (crossing, staying) = (await mine.RecommendAsync(urgent), await mine.RecommendAsync(calm));

        var pick = crossing.Picks.Single(pick => pick.Unit == unit);
        Assert.Equal(("municipalities/0882", urgent.PendingTime.ToDateTimeOffset().AddMinutes(3), 0), (pick.BorrowFrom, pick.HoldUntilTime.ToDateTimeOffset(), pick.DistanceMeters));
        Assert.Equal("bevoegd in Beek", pick.Factors[0]);
        Assert.Contains(pick.Factors, factor => factor.StartsWith("van een ander team (Landgraaf): ", StringComparison.Ordinal));
        Assert.DoesNotContain(pick.Factors, factor => factor.Contains("eigen gebied", StringComparison.Ordinal));
        Assert.DoesNotContain(staying.Picks.Select(one => one.Unit).Concat(staying.Rejections.Select(one => one.Unit)), name => name.Contains("/0882/", StringComparison.Ordinal) || name.Contains("brunssum", StringComparison.Ordinal));
        Assert.True(crossing.ConsideredCount > staying.ConsideredCount);
    }

    [Fact]
    public async Task What_was_recommended_is_kept_with_what_it_was_made_from_and_listed_newest_first()
    {
        var person = Person.Centralist(region);
        var incident = await person.ReportAsync("1883", "waste.dumping");
        var first = await person.RecommendAsync(incident);
        var second = await person.Incidents.RecommendUnitsAsync(new() { Name = incident.Name, Limit = 1, WantedCount = 50, RejectionLimit = 2 }, person.Call);

        var newest = await person.Incidents.ListRecommendationsAsync(new() { Parent = incident.Name, PageSize = 1 }, person.Call);
        var oldest = await person.Incidents.ListRecommendationsAsync(new() { Parent = incident.Name, PageSize = 1, PageToken = newest.NextPageToken }, person.Call);
        var outsider = await Failure.OfAsync(Person.FromLandgraaf(region).Incidents.ListRecommendationsAsync(new() { Parent = incident.Name }, Person.FromLandgraaf(region).Call));

        var (kept, before) = (Assert.Single(newest.Recommendations), Assert.Single(oldest.Recommendations));
        Assert.Equal((second.Name, first.Name, ""), (kept.Name, before.Name, oldest.NextPageToken));
        Assert.Equal((second.Picks, second.Rejections, second.ShortfallDetail), (kept.Picks, kept.Rejections, kept.ShortfallDetail));
        Assert.Equal((incident.Etag, "waste.dumping", 3, "centralist-wm-01", V1.SearchReach.Region), (kept.IncidentEtag, kept.Type, kept.Priority, kept.Requester, kept.Reach));
        Assert.Equal((50, second.Shortfall), (kept.ShortfallDetail.WantedCount, kept.ShortfallDetail.Text));
        Assert.InRange(kept.Rejections.Count, 0, 2);
        Assert.Equal(first.Picks, before.Picks);
        Assert.Equal(StatusCode.NotFound, outsider.Code);
    }

    [Fact]
    public async Task What_the_version_before_kept_is_listed_too()
    {
        var person = Person.Centralist(region);
        var incident = await person.ReportAsync();
        var (id, at) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await region.OwnerAsync("insert into recommendation (tenant, incident, computed_at, id, body) values ('0888', $1, $2, $3, $4::jsonb)", Guid.Parse(incident.Name.Split('/')[^1]), at, id, """
            {"picks":[{"unit":{"value":"municipalities/0888/units/boa-0888-1"},"callSign":"BEEK-1","travelSeconds":60,"distanceMeters":500,"staleFix":false,"factors":["bevoegd in Beek"]}],
             "rejections":[{"unit":{"value":"municipalities/0888/units/boa-0888-2"},"callSign":"BEEK-2","reasons":[{"code":"OnBreak","text":"heeft pauze"}]}],
             "computedAt":"2026-03-02T12:00:00+00:00","shortfall":""}
            """);

        var listed = Assert.Single((await person.Incidents.ListRecommendationsAsync(new() { Parent = incident.Name }, person.Call)).Recommendations);

        Assert.Equal(($"{incident.Name}/recommendations/{id}", "BEEK-1", "ON_BREAK"), (listed.Name, Assert.Single(listed.Picks).CallSign, Assert.Single(Assert.Single(listed.Rejections).Reasons).Code));
    }

    // Changes the akten of a unit's crew behind the service, as the owner of that data would.
    private async Task ChangeAktenAsync(string unit, string change) => await region.OwnerAsync(
        "update officer set appointments = (select jsonb_agg(akte || $2::jsonb) from jsonb_array_elements(appointments) akte) where id like $1", unit.Split('/')[^1] + "-%", change);
}

/// <summary>What is asked in these tests, as a caller asks it.</summary>
internal static class RecommendWork
{
    public static async Task<V1.RecommendUnitsResponse> RecommendAsync(this Person person, V1.Incident incident) =>
        await person.Incidents.RecommendUnitsAsync(new() { Name = incident.Name, Limit = 50 }, person.Call);

    /// <summary>Says that a unit is at the market of a municipality.</summary>
    public static async Task PlaceAsync(this Person person, string unit, string municipality)
    {
        var fix = new V1.UnitFix { Unit = unit, Fix = new() { Position = Work.MarketOf(municipality), FixTime = Timestamp.FromDateTime(DateTime.UtcNow), AccuracyMeters = 5 } };
        await person.Units.ReportPositionsAsync(new() { Parent = string.Join('/', unit.Split('/')[..2]), Fixes = { fix } }, person.Call);
    }
}
