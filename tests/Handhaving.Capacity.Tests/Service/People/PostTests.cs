using Handhaving.Capacity.Tests.Service.Demand;

namespace Handhaving.Capacity.Tests.Service.People;

/// <summary>Posts, inhabitants, powers that end and ledgers that may be read, over the real door. In Landgraaf.</summary>
public sealed class PostTests(CapacityRegion region)
{
    private const string Landgraaf = "municipalities/0882";

    [Fact]
    public async Task Posts_are_changed_by_their_owner_and_strength_follows()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var request = new V1.PutStaffPostsRequest { Parent = Landgraaf, StaffTeam = "boa", Function = "boa-2", Established = 9, Reason = "begroting", RequestId = Asked.Id() };

        var team = (await planner.People.PutStaffPostsAsync(request, planner.Call)).StaffTeam;

        Assert.Equal(9, team.Posts.Single(posts => posts.Function == "boa-2").Established);
        Assert.Equal(team, (await planner.People.PutStaffPostsAsync(request, planner.Call)).StaffTeam);
        await region.UntilAsync(1, "select count(*) from derived_strength where owner = '0882' and not due");
        Assert.Equal(9, (await planner.BlockAsync("0882", Staff.Noon(), "boa-2")).Established);
        Assert.Equal("STAFF_TEAM_UNKNOWN", await RefusedAsync(planner, new(request) { StaffTeam = "ruiters" }));
        Assert.Equal("FUNCTION_UNKNOWN", await RefusedAsync(planner, new(request) { Function = "ruiter" }));
        Assert.Equal("FUNCTION_NOT_OF_OWNER", await RefusedAsync(planner, new(request) { Function = "noodhulp" }));
        Assert.Equal("NOT_FOUND", await RefusedAsync(Person.Planner(region), new(request)));
        Assert.Equal("PERMISSION_MISSING", await RefusedAsync(Person.Mayor(region, "0882"), new(request)));
    }

    [Fact]
    public async Task Inhabitants_are_changed_by_their_municipality_and_the_norm_follows()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var request = new V1.PutInhabitantsRequest { Parent = Landgraaf, Count = 41_000, Source = "CBS 2026", RequestId = Asked.Id() };

        var known = await planner.People.PutInhabitantsAsync(request, planner.Call);
        var cover = (await planner.People.ListDistrictOfficerCoversAsync(new() { Parent = "teams/brunssum-landgraaf" }, planner.Call)).DistrictOfficerCovers.Single(one => one.Municipality == Landgraaf);

        Assert.Equal((41_000, "CBS 2026"), (known.Count, known.Source));
        Assert.Equal((41_000, 9), (cover.Inhabitants, cover.Norm));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(Person.Planner(region).People.PutInhabitantsAsync(new(request) { RequestId = Asked.Id() }, Person.Planner(region).Call)));
    }

    [Fact]
    public async Task Appointments_that_end_within_the_months_asked_are_listed_with_the_modules_that_miss()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (soon, later) = (Staff.Create("0882"), Staff.Create("0882"));
        soon.Officer.Appointments[0].ValidUntil = Staff.Day(Staff.Today.AddDays(20));
        later.Officer.Appointments[0].ValidUntil = Staff.Day(Staff.Today.AddDays(400));
        foreach (var request in new[] { soon, later }) request.Officer.Contracts[0].ValidUntil = Staff.Day(Staff.Today.AddDays(-1)); // counted nowhere
        foreach (var request in new[] { soon, later }) await planner.People.CreateOfficerAsync(request, planner.Call);

        var (near, far) = (await ListAsync(0), await ListAsync(24));

        var ending = near.Single(one => one.Officer.EndsWith(soon.OfficerId, StringComparison.Ordinal));
        Assert.DoesNotContain(near, one => one.Officer.EndsWith(later.OfficerId, StringComparison.Ordinal));
        Assert.Equal(($"{Landgraaf}/officers/{soon.OfficerId}", V1.CompetenceDomain.PublicSpace, 20, 3), (ending.Officer, ending.Domain, ending.DaysLeft, ending.MissingModules));
        Assert.Equal([soon.OfficerId, later.OfficerId], far.Select(one => one.Officer.Split('/')[^1]).Where(id => id == soon.OfficerId || id == later.OfficerId));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(Person.Planner(region).People.ListEndingAppointmentsAsync(new() { Parent = Landgraaf }, Person.Planner(region).Call)));

        async Task<IReadOnlyList<V1.EndingAppointment>> ListAsync(int months) => (await planner.People.ListEndingAppointmentsAsync(new() { Parent = Landgraaf, Months = months, PageSize = 1000 }, planner.Call)).EndingAppointments;
    }

    [Fact]
    public async Task A_mayor_finds_the_ledgers_that_it_may_read_and_no_others()
    {
        var mayor = Person.Mayor(region, "0882");

        var ledgers = (await mayor.Ledger.ListLedgersAsync(new() { Parent = "municipalities/-" }, mayor.Call)).Ledgers;

        Assert.Equal([("teams/brunssum-landgraaf", false), (Landgraaf, true)], ledgers.Where(ledger => ledger.Own || ledger.Owner.StartsWith("teams/", StringComparison.Ordinal)).Select(ledger => (ledger.Owner, ledger.Own)));
        Assert.DoesNotContain(ledgers, ledger => ledger.Owner is "municipalities/0888" or "teams/westelijke-mijnstreek");
        Assert.Equal("Landgraaf", ledgers.Single(ledger => ledger.Own).DisplayName);
        var boa = new Person(region, region.Replica(0), "boa-0882-01", "boa", ["0882"], []);
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(boa.Ledger.ListLedgersAsync(new() { Parent = "municipalities/-" }, boa.Call)));
    }

    private static Task<string> RefusedAsync(Person person, V1.PutStaffPostsRequest request)
    {
        request.RequestId = Asked.Id();
        return Failure.ReasonAsync(person.People.PutStaffPostsAsync(request, person.Call));
    }
}
