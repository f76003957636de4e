using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Tests.Tasks;

namespace Handhaving.Dispatch.Tests.Restricted;

/// <summary>Officers read nothing of a tip, a desk all of it (dispatch 1 and 9).</summary>
public sealed class TipReadTests(DispatchRegion region)
{
    private readonly Tips tips = new(region);

    [Fact]
    public async Task By_its_name_it_is_to_an_officer_as_what_never_was_and_the_attempt_is_written_down()
    {
        var tip = await tips.ReportAsync();
        await tips.Desk.Incidents.RecommendUnitsAsync(new() { Name = tip.Name }, tips.Desk.Call);

        foreach (var person in new[] { tips.Officer, tips.Police, tips.Partner })
        {
            var (hidden, unknown) = (await ReadAsync(person, tip.Name), await ReadAsync(person, Tips.Unknown));

            Assert.Equal(unknown, hidden);
            Assert.All(hidden, failure => Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (failure.Code, failure.Reason)));
            Assert.Equal(hidden.Count, (await tips.DeniedAsync(person)).Count(named => named == tip.Name));
        }
        Assert.Equal(await RecommendedAsync(tips.Partner, Tips.Unknown), await RecommendedAsync(tips.Partner, tip.Name));
        Assert.Equal(tip, (await tips.Desk.Incidents.GetIncidentAsync(new() { Name = tip.Name }, tips.Desk.Call)).Incident);
        Assert.NotEmpty((await tips.Desk.Incidents.ListTimelineEntriesAsync(new() { Parent = tip.Name }, tips.Desk.Call)).Entries);
        Assert.Single((await tips.Desk.Incidents.ListRecommendationsAsync(new() { Parent = tip.Name }, tips.Desk.Call)).Recommendations);
    }

    [Fact]
    public async Task Lists_pass_it_over_page_by_page_for_a_desk_kept_from_it_and_show_it_to_a_desk()
    {
        var first = await tips.Desk.ReportAsync(Tips.Municipality);
        var tip = await tips.ReportAsync();
        var last = await tips.Desk.ReportAsync(Tips.Municipality);

        Assert.Equal([last.Name, tip.Name, first.Name], await ListAsync(tips.Desk, tip.CreateTime, first, tip, last));
        Assert.Equal([last.Name, first.Name], await ListAsync(tips.Partner, tip.CreateTime, first, tip, last));
        Assert.Empty((await tips.Partner.Incidents.ListIncidentsAsync(new() { Parent = $"municipalities/{Tips.Municipality}", Filter = new() { Number = tip.Number } }, tips.Partner.Call)).Incidents);
    }

    [Fact]
    public async Task A_tip_is_not_proposed_as_a_duplicate_to_a_desk_kept_from_it()
    {
        var tip = await tips.ReportAsync();
        var like = new V1.FindDuplicatesRequest { Parent = "municipalities/-", Type = tip.Type, Position = tip.Location.Position, RadiusMeters = 50 };

        Assert.Contains(tip.Name, await CandidatesAsync(tips.Desk, like));
        Assert.DoesNotContain(tip.Name, await CandidatesAsync(tips.Partner, like));
    }

    [Fact]
    public async Task Its_words_are_found_by_a_desk()
    {
        var tip = await tips.ReportAsync();
        var search = new V1.SearchIncidentsRequest { Parent = "municipalities/-", Query = tip.Description.Split(' ')[^1] };

        Assert.Equal([tip.Name], (await tips.Desk.Incidents.SearchIncidentsAsync(search, tips.Desk.WithReason())).Incidents.Select(found => found.Name));
        Assert.Equal("PERMISSION_MISSING", (await Failure.OfAsync(tips.Officer.Incidents.SearchIncidentsAsync(search, tips.Officer.WithReason()))).Reason);
    }

    [Fact]
    public async Task Another_unit_is_seen_to_be_busy_but_not_with_which_incident()
    {
        var job = await tips.AcceptedAsync();

        foreach (var person in new[] { tips.Officer, tips.Police, tips.Partner })
        {
            var unit = await person.UnitAsync(job.Unit);
            Assert.Equal((V1.UnitAvailability.Committed, ""), (unit.Availability, unit.Assignment));
            Assert.Equal((unit.Availability, ""), await ListedAsync(person, job.Unit));
        }
        Assert.Equal(job.Name, (await tips.Desk.UnitAsync(job.Unit)).Assignment);
        Assert.Equal((V1.UnitAvailability.Committed, job.Name), await ListedAsync(tips.Desk, job.Unit));
    }

    private static async Task<IReadOnlyList<Failure>> ReadAsync(Person person, string name)
    {
        var failures = new List<Failure>
        {
            await Failure.OfAsync(person.Incidents.GetIncidentAsync(new() { Name = name }, person.Call)),
            await Failure.OfAsync(person.Incidents.ListTimelineEntriesAsync(new() { Parent = name }, person.Call)),
        };
        return [.. failures.Select(failure => failure with { Dutch = failure.Dutch.Replace(name, "", StringComparison.Ordinal) })];
    }

    private static async Task<Failure> RecommendedAsync(Person person, string name)
    {
        var refused = await Failure.OfAsync(person.Incidents.ListRecommendationsAsync(new() { Parent = name }, person.Call));
        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (refused.Code, refused.Reason));
        return refused with { Dutch = refused.Dutch.Replace(name, "", StringComparison.Ordinal) };
    }

    // Two a page, so that a row passed over would show as a short page.
    private static async Task<List<string>> ListAsync(Person person, Google.Protobuf.WellKnownTypes.Timestamp around, params V1.Incident[] wanted)
    {
        List<string> names = [];
        var request = new V1.ListIncidentsRequest { Parent = $"municipalities/{Tips.Municipality}", PageSize = 2, Filter = new() { FromTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(around.ToDateTimeOffset().AddMinutes(-1)) } };
        do
        {
            var page = await person.Incidents.ListIncidentsAsync(request, person.Call);
            if (page.NextPageToken.Length > 0) Assert.Equal(2, page.Incidents.Count);
            names.AddRange(page.Incidents.Select(incident => incident.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return [.. names.Intersect(wanted.Select(incident => incident.Name))];
    }

    private static async Task<IReadOnlyList<string>> CandidatesAsync(Person person, V1.FindDuplicatesRequest like) =>
        [.. (await person.Incidents.FindDuplicatesAsync(like, person.Call)).Candidates.Select(candidate => candidate.Incident.Name)];

    private static async Task<(V1.UnitAvailability, string)> ListedAsync(Person person, string unit) =>
        (await person.Units.ListUnitsAsync(new() { Parent = $"municipalities/{Tips.Municipality}", PageSize = 1000 }, person.Call)).Units.Where(one => one.Name == unit).Select(one => (one.Availability, one.Assignment)).Single();
}
