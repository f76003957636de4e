using Grpc.Core;
using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.Dispatch.Tests.Restricted;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Tasks;

/// <summary>An officer sees its own unit whole, and of others how to call them and whether they are free.</summary>
public sealed class OfficerUnitTests(DispatchRegion region)
{
    private const string Municipality = "0899", Team = "brunssum-landgraaf";
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task A_device_that_lost_all_it_knew_finds_its_unit_its_job_and_the_incident_back()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var job = (await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment;
        await desk.Units.ReportPositionsAsync(new() { Parent = $"municipalities/{Municipality}", Fixes = { Scene.Fix(unit) } }, desk.Call);
        var crew = region.CrewOf(unit);

        var own = Assert.Single(await ListAsync(crew, $"municipalities/{Municipality}"), one => one.Crew.Any(member => member.Officer == crew.Subject));
        var read = await crew.UnitAsync(own.Name);
        var incident = (await crew.Incidents.GetIncidentAsync(new() { Name = Crew.IncidentOf(new() { Name = read.Assignment }) }, crew.Call)).Incident;

        Assert.Equal((await desk.UnitAsync(unit)).Etag, read.Etag);
        Assert.Equal((unit, job.Name, V1.UnitAvailability.Reserved), (read.Name, read.Assignment, read.Availability));
        Assert.Equal(job.Name, own.Assignment);
        Assert.Equal(job, Assert.Single(incident.Assignments));
    }

    [Theory]
    [InlineData(Municipality)]
    [InlineData(Team)]
    public async Task Of_a_colleagues_unit_it_gets_the_outline(string owner)
    {
        var (mine, unit) = (await desk.OwnUnitAsync(region, Municipality), await new Neighbours(region).UnitAsync(owner));
        await desk.AssignAsync(await desk.ReportAsync(Municipality, "parking.nuisance"), unit);
        await desk.Units.ReportPositionsAsync(new() { Parent = unit[..unit.IndexOf("/units/", StringComparison.Ordinal)], Fixes = { Scene.Fix(unit) } }, desk.Call);
        var (crew, whole) = (region.CrewOf(mine), await desk.UnitAsync(unit));

        var outline = new V1.Unit { Name = unit, CallSign = whole.CallSign, Kind = whole.Kind, Availability = V1.UnitAvailability.Reserved, Radio = whole.Radio };

        Assert.NotEmpty(whole.Assignment);
        Assert.NotNull(whole.LastFix);
        Assert.Equal(outline, await crew.UnitAsync(unit));
        Assert.Equal(outline, Assert.Single(await ListAsync(crew, "municipalities/-"), one => one.Name == unit));
        Assert.Equal(whole.Assignment, (await region.CrewOf(unit).UnitAsync(unit)).Assignment);
    }

    [Fact]
    public async Task A_list_shows_it_one_unit_whole_and_a_desk_all_of_them()
    {
        var (mine, other) = (await desk.OwnUnitAsync(region, Municipality), await desk.OwnUnitAsync(region, Municipality));
        var crew = region.CrewOf(mine);

        Assert.Equal([mine], (await ListAsync(crew, "municipalities/-")).Where(unit => unit.Etag.Length > 0 || unit.Crew.Count > 0 || unit.LastFix is not null || unit.Assignment.Length > 0).Select(unit => unit.Name));
        Assert.All(await ListAsync(desk, $"municipalities/{Municipality}"), unit => Assert.NotEmpty(unit.Etag));
        Assert.Contains(other, (await ListAsync(desk, $"municipalities/{Municipality}")).Where(unit => unit.Crew.Count == 2).Select(unit => unit.Name));
    }

    [Fact]
    public async Task After_the_duty_its_unit_is_one_of_the_others()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var crew = region.CrewOf(unit);
        Assert.NotEmpty((await crew.UnitAsync(unit)).Etag);
        await crew.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, crew.Call);

        Assert.Equal(("", V1.UnitAvailability.OffDuty), ((await crew.UnitAsync(unit)).Etag, (await crew.UnitAsync(unit)).Availability));
    }

    [Fact]
    public async Task Units_of_another_team_it_does_not_see_also_not_while_it_is_lent_to_it()
    {
        var two = new Neighbours(region);
        var (job, _) = await two.LendAsync();
        var (crew, theirs) = (two.CrewOf(job.Unit), "municipalities/0888/units/boa-0888-1");

        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(crew.Units.GetUnitAsync(new() { Name = theirs }, crew.Call))).Code);
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(crew.Units.ListUnitsAsync(new() { Parent = "municipalities/0888" }, crew.Call))).Code);
        Assert.DoesNotContain(theirs, (await ListAsync(crew, "municipalities/-")).Select(unit => unit.Name));
        Assert.Equal(job.Name, (await crew.UnitAsync(job.Unit)).Assignment);
    }

    [Fact]
    public async Task On_a_tip_its_unit_tells_it_the_job_by_name_and_no_list_does()
    {
        var tips = new Tips(region);
        var job = await tips.AcceptedAsync();
        var crew = region.CrewOf(job.Unit);

        Assert.Equal(job.Name, (await crew.UnitAsync(job.Unit)).Assignment);
        var listed = Assert.Single(await ListAsync(crew, $"municipalities/{Tips.Municipality}"), one => one.Crew.Any(member => member.Officer == crew.Subject));
        Assert.Equal((job.Unit, "", V1.UnitAvailability.Committed), (listed.Name, listed.Assignment, listed.Availability));
    }

    private static async Task<IReadOnlyList<V1.Unit>> ListAsync(Person person, string parent)
    {
        List<V1.Unit> units = [];
        V1.ListUnitsResponse page = new();
        do
        {
            page = await person.Units.ListUnitsAsync(new() { Parent = parent, PageSize = 1000, PageToken = page.NextPageToken }, person.Call);
            units.AddRange(page.Units);
        } while (page.NextPageToken.Length > 0);
        return units;
    }
}
