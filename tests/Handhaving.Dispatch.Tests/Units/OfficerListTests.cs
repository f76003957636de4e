using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Tests.Tasks;

namespace Handhaving.Dispatch.Tests.Units;

/// <summary>Who signs a unit on sees whom there is to choose from.</summary>
public sealed class OfficerListTests(DispatchRegion region)
{
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task A_desk_sees_what_each_officer_may_do_today_and_in_whose_crew_it_is()
    {
        var unit = await desk.OwnUnitAsync(region, "0899");
        var id = unit.Split('/')[^1];
        await region.OwnerAsync("insert into officer select tenant, $1, '[]' from officer where id = $2", $"{id}-9", $"{id}-1");

        var officers = await ListAsync("municipalities/0899", 1000);

        Assert.Equal((unit, "PublicSpace, Environment"), Told(officers, $"{id}-1"));
        Assert.Equal(("", ""), Told(officers, $"{id}-9"));
        Assert.DoesNotContain(officers, officer => officer.Id.StartsWith("police", StringComparison.Ordinal) || officer.Id.StartsWith("officer-0882", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_together_are_the_whole_list_once()
    {
        var whole = await ListAsync("teams/brunssum-landgraaf", 1000);

        Assert.Equal(whole, await ListAsync("teams/brunssum-landgraaf", 2));
        Assert.Equal(whole.Select(officer => officer.Id).Distinct(), whole.Select(officer => officer.Id));
    }

    [Fact]
    public async Task A_crew_does_not_list_its_colleagues_nor_a_desk_those_of_others()
    {
        var crew = region.CrewOf(await desk.OwnUnitAsync(region, "0899"));
        var wm = Person.BeekOnly(region);

        Assert.Equal((StatusCode.PermissionDenied, "PERMISSION_MISSING"), await RefusalAsync(crew, "municipalities/0899"));
        Assert.Equal((StatusCode.PermissionDenied, "TENANT_NOT_YOURS"), await RefusalAsync(wm, "municipalities/0971"));
        Assert.Equal(StatusCode.NotFound, (await RefusalAsync(wm, "municipalities/0899")).Code);
    }

    private static (string Unit, string Domains) Told(IEnumerable<V1.Officer> officers, string id)
    {
        var officer = Assert.Single(officers, one => one.Id == id);
        return (officer.Unit, string.Join(", ", officer.Domains));
    }

    private static async Task<(StatusCode Code, string Reason)> RefusalAsync(Person person, string parent)
    {
        var failure = await Failure.OfAsync(person.Units.ListOfficersAsync(new() { Parent = parent }, person.Call));
        return (failure.Code, failure.Reason);
    }

    private async Task<IReadOnlyList<V1.Officer>> ListAsync(string parent, int rows)
    {
        List<V1.Officer> officers = [];
        V1.ListOfficersResponse page = new();
        do
        {
            page = await desk.Units.ListOfficersAsync(new() { Parent = parent, PageSize = rows, PageToken = page.NextPageToken }, desk.Call);
            officers.AddRange(page.Officers);
        } while (page.NextPageToken.Length > 0);
        return officers;
    }
}
