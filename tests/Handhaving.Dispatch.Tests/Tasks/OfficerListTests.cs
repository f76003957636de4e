using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Tasks;

/// <summary>Lists, searches and boards are for desks; what every officer needs to report and to call by the radio is there (security-privacy 8).</summary>
public sealed class OfficerListTests(DispatchRegion region)
{
    public static TheoryData<string, string> Lost
    {
        get
        {
            TheoryData<string, string> lost = [];
            foreach (var role in new[] { "boa", "police" })
                foreach (var rpc in new[] { "ListIncidents", "SearchIncidents", "FindDuplicates", "ListRecommendations", "RecommendUnits", "GetReporter" }) lost.Add(role, $"IncidentService/{rpc}");
            return lost;
        }
    }

    [Theory, MemberData(nameof(Lost))]
    public async Task A_crew_that_is_on_an_incident_lists_and_searches_nothing_by_it(string role, string rpc)
    {
        var desk = Person.Centralist(region);
        var job = (await desk.AssignAsync(await desk.ReportAsync("0888"), await desk.OwnUnitAsync(region, "0888"))).Assignment;
        var crew = new Person(region, $"{job.Unit.Split('/')[^1]}-1", role, ["0888"], []);
        var name = Crew.IncidentOf(job);

        var refused = await (rpc.Split('/')[1] switch
        {
            "ListIncidents" => Failure.OfAsync(crew.Incidents.ListIncidentsAsync(new() { Parent = "municipalities/0888", Filter = new() { Unit = job.Unit } }, crew.Call)),
            "SearchIncidents" => Failure.OfAsync(crew.Incidents.SearchIncidentsAsync(new() { Parent = "municipalities/0888", Query = "stoep" }, crew.WithReason())),
            "FindDuplicates" => Failure.OfAsync(crew.Incidents.FindDuplicatesAsync(new() { Parent = "municipalities/0888", Type = "parking.nuisance", Position = Work.Report().Incident.Location.Position }, crew.Call)),
            "ListRecommendations" => Failure.OfAsync(crew.Incidents.ListRecommendationsAsync(new() { Parent = name }, crew.Call)),
            "RecommendUnits" => Failure.OfAsync(crew.Incidents.RecommendUnitsAsync(new() { Name = name }, crew.Call)),
            "GetReporter" => Failure.OfAsync(crew.Incidents.GetReporterAsync(new() { Name = name }, crew.Call)),
            _ => throw new ArgumentOutOfRangeException(nameof(rpc), rpc, "Not tried here."),
        });

        Assert.Equal((StatusCode.PermissionDenied, "PERMISSION_MISSING"), (refused.Code, refused.Reason));
        Assert.Single(await region.DeniedAsync(crew));
    }

    [Theory]
    [InlineData("boa")]
    [InlineData("police")]
    public async Task The_teams_board_is_not_for_officers(string role)
    {
        var officer = new Person(region, $"{role}-{Guid.NewGuid():N}", role, ["0888"], ["westelijke-mijnstreek"]);
        using var board = officer.WatchTeam("westelijke-mijnstreek");

        var refused = await Assert.ThrowsAsync<RpcException>(board.ReadSnapshotAsync);

        Assert.Equal((StatusCode.PermissionDenied, "PERMISSION_MISSING"), (refused.StatusCode, Failure.Of(refused).Reason));
        Assert.Single(await region.DeniedAsync(officer));
    }

    [Theory]
    [InlineData("boa")]
    [InlineData("police")]
    public async Task What_is_nobodys_is_listed_for_all(string role)
    {
        var officer = new Person(region, $"{role}-{Guid.NewGuid():N}", role, ["0888"], []);
        var desk = Person.Centralist(region);

        Assert.Equal(await TypesAsync(desk), await TypesAsync(officer));
        Assert.Equal(await CodesAsync(desk), await CodesAsync(officer));
    }

    [Fact]
    public async Task What_an_officer_reports_itself_it_has_in_the_answer_and_does_not_read_afterwards()
    {
        var officer = new Person(region, $"boa-{Guid.NewGuid():N}", "boa", ["0888"], []);
        var request = Work.Report();

        var reported = (await officer.Incidents.ReportIncidentAsync(request, officer.Call)).Incident;

        Assert.NotEmpty(reported.Number);
        Assert.Equal(reported, (await officer.Incidents.ReportIncidentAsync(request, officer.Call)).Incident); // sent twice, answered twice
        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await officer.WhyNotAsync(reported.Name));
    }

    private static async Task<V1.ListIncidentTypesResponse> TypesAsync(Person person) => await person.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/0888", PageSize = 1000 }, person.Call);

    private static async Task<V1.ListStatusCodesResponse> CodesAsync(Person person) => await person.Units.ListStatusCodesAsync(new() { Parent = "municipalities/0888", PageSize = 1000 }, person.Call);
}
