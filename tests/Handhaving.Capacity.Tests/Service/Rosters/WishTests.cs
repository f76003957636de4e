using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>Wishes of people over the real door: kept for the searches to come, and their owner's alone.</summary>
public sealed class WishTests(CapacityRegion region)
{
    private const string Motor = "motor";

    [Fact]
    public async Task What_somebody_would_like_is_kept_is_said_anew_and_weighs_in_the_next_search()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (first, officer, other) = (Staff.Today.AddDays(115), await planner.PoliceAsync(Motor), await planner.PoliceAsync(Motor));
        var request = Set(officer, first, Wish(officer, first, V1.WishKind.Wanted, 50));

        var said = await planner.Rosters.SetShiftWishesAsync(request, planner.Call);
        Assert.Equal(request.Wishes, said.Wishes);
        Assert.Equal(said, await planner.Rosters.SetShiftWishesAsync(request, planner.Call));
        Assert.Equal(request.Wishes, (await ListAsync(planner, first)).Wishes);

        var draft = await planner.PoliceDraftAsync(first);
        var solved = (await Solved.ToTheEndAsync(planner, new()
        {
            Name = draft.Name, Etag = draft.Etag, Seconds = 0.5, RequestId = Asked.Id(), Kinds = { new V1.ShiftTemplate { Code = "vroeg", Function = Motor, StartMinute = 7 * 60, LengthMinutes = 480 } },
            Covers = { new V1.ShiftCover { Day = Staff.Day(first), Code = "vroeg", Wanted = 1 } },
        }))[^1];
        Assert.Equal(officer.Name, Assert.Single(solved.Roster.Shifts).Officer);

        await planner.Rosters.SetShiftWishesAsync(Set(other, first, Wish(other, first, V1.WishKind.Unwanted, 3, "")), planner.Call);
        await planner.Rosters.SetShiftWishesAsync(Set(officer, first), planner.Call);
        Assert.Equal([other.Name], (await ListAsync(planner, first)).Wishes.Select(wish => wish.Officer));
    }

    [Fact]
    public async Task What_cannot_be_wished_is_refused()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (first, officer, other) = (Staff.Today.AddDays(118), await planner.PoliceAsync(Motor), await planner.PoliceAsync(Motor));

        Task<string> RefusedAsync(V1.SetShiftWishesRequest request) => Failure.ReasonAsync(planner.Rosters.SetShiftWishesAsync(request, planner.Call));

        Assert.Equal("ROSTER_WISH_UNKNOWN", await RefusedAsync(Set(officer, first, Wish(other, first, V1.WishKind.Wanted))));
        Assert.Equal("ROSTER_WISH_UNKNOWN", await RefusedAsync(Set(officer, first, Wish(officer, first.AddDays(9), V1.WishKind.Wanted))));
        Assert.Equal("ROSTER_WISH_UNKNOWN", await RefusedAsync(Set(officer, first, Wish(officer, first, V1.WishKind.Wanted, code: ""))));
        Assert.Equal("ROSTER_COVER_TWICE", await RefusedAsync(Set(officer, first, Wish(officer, first, V1.WishKind.Wanted), Wish(officer, first, V1.WishKind.Unwanted))));
        Assert.Equal("ROSTER_OFFICER_UNKNOWN", await RefusedAsync(new(Set(officer, first)) { Officer = "municipalities/0882/officers/officer-0882-01" }));
        Assert.Equal("ROSTER_DAYS_INVALID", await RefusedAsync(new(Set(officer, first)) { LastDay = Staff.Day(first.AddDays(-1)) }));
        Assert.Equal("INVALID_REQUEST", await RefusedAsync(Set(officer, first, Wish(officer, first, V1.WishKind.Unspecified))));
        var (stranger, reader) = (Person.Planner(region), Person.PermitOfficer(region));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Rosters.SetShiftWishesAsync(Set(officer, first), stranger.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(reader.Rosters.ListShiftWishesAsync(new() { Parent = Asked.Beek, FirstDay = Staff.Day(first), LastDay = Staff.Day(first) }, reader.Call)));
    }

    [Fact]
    public async Task Somebody_says_and_reads_ones_own_wishes_and_nobody_elses()
    {
        var (planner, boa) = (Person.PlannerOfLandgraaf(region), new Person(region, region.Replica(0), "officer-0882-01", "boa", ["0882"], []));
        var (first, own, other) = (Staff.Today.AddDays(121), "municipalities/0882/officers/officer-0882-01", "municipalities/0882/officers/officer-0882-02");
        V1.SetShiftWishesRequest Free(string officer, int weight = 0) => new()
        {
            Parent = "municipalities/0882", Officer = officer, FirstDay = Staff.Day(first), LastDay = Staff.Day(first), RequestId = Asked.Id(), Wishes = { new V1.ShiftWish { Officer = officer, Day = Staff.Day(first), Kind = V1.WishKind.Unwanted, Weight = weight } },
        };
        V1.ListShiftWishesRequest List(string officer) => new() { Parent = "municipalities/0882", FirstDay = Staff.Day(first), LastDay = Staff.Day(first), Officer = officer };

        Assert.Equal(own, Assert.Single((await boa.Rosters.SetShiftWishesAsync(Free(own), boa.Call)).Wishes).Officer);
        await planner.Rosters.SetShiftWishesAsync(Free(other, 9), planner.Call);
        Assert.Equal(own, Assert.Single((await boa.Rosters.ListShiftWishesAsync(List(own), boa.Call)).Wishes).Officer);
        Assert.Equal([own, other], (await planner.Rosters.ListShiftWishesAsync(List(""), planner.Call)).Wishes.Select(wish => wish.Officer));

        Assert.Equal("WISHES_NOT_YOURS", await Failure.ReasonAsync(boa.Rosters.SetShiftWishesAsync(Free(other), boa.Call)));
        Assert.Equal("WISHES_NOT_YOURS", await Failure.ReasonAsync(boa.Rosters.ListShiftWishesAsync(List(other), boa.Call)));
        Assert.Equal("WISHES_NOT_YOURS", await Failure.ReasonAsync(boa.Rosters.ListShiftWishesAsync(List(""), boa.Call)));
        Assert.Equal("WISH_WEIGHT_NOT_YOURS", await Failure.ReasonAsync(boa.Rosters.SetShiftWishesAsync(Free(own, 1000), boa.Call)));
    }

    private static async Task<V1.ListShiftWishesResponse> ListAsync(Person planner, DateOnly first) =>
        await planner.Rosters.ListShiftWishesAsync(new() { Parent = Planned.Team, FirstDay = Staff.Day(first), LastDay = Staff.Day(first.AddDays(2)) }, planner.Call);

    private static V1.SetShiftWishesRequest Set(V1.Officer officer, DateOnly first, params V1.ShiftWish[] wishes) => new()
    {
        Parent = Planned.Team, Officer = officer.Name, FirstDay = Staff.Day(first), LastDay = Staff.Day(first.AddDays(2)), RequestId = Asked.Id(), Wishes = { wishes },
    };

    private static V1.ShiftWish Wish(V1.Officer officer, DateOnly day, V1.WishKind kind, int weight = 5, string code = "vroeg") => new() { Officer = officer.Name, Day = Staff.Day(day), Code = code, Kind = kind, Weight = weight };
}
