using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Tests.Service.Demand;

namespace Handhaving.Capacity.Tests.Service.Themes;

/// <summary>Priorities from proposal to the hours they steer, over the real door.</summary>
public sealed class ThemeTests(CapacityRegion region)
{
    private const string Voerendaal = "municipalities/0986", Landgraaf = "teams/brunssum-landgraaf", Mijnstreek = "teams/westelijke-mijnstreek";

    [Fact]
    public async Task A_team_has_priorities_once_each_mayor_the_prosecutor_and_the_chief_were_heard()
    {
        var (planner, chief, prosecutor) = (Person.Planner(region), Person.PoliceChief(region), Person.Prosecutor(region));
        var request = Proposal(Mijnstreek, Year + 1, Theme("verkeer", 40, "traffic"));
        request.Latest = Mijnstreek + "/priorityProfiles/1";

        var proposed = (await planner.Priorities.ProposePriorityProfileAsync(request, planner.Call)).Profile;
        var profile = await HeardAsync(Person.Mayor(region), proposed, V1.TriangleRole.Mayor);
        profile = await HeardAsync(Person.Mayor(region, "0971"), profile, V1.TriangleRole.Mayor);
        profile = await HeardAsync(Person.Mayor(region, "1883"), profile, V1.TriangleRole.Mayor);
        profile = await HeardAsync(prosecutor, profile, V1.TriangleRole.Prosecutor);
        var awaited = Assert.Single(profile.Awaited);
        var valid = await HeardAsync(chief, profile, V1.TriangleRole.PoliceChief);

        Assert.Equal((V1.TriangleRole.PoliceChief, Mijnstreek, V1.ProfileState.Proposed), (awaited.Role, awaited.Of, profile.State));
        Assert.Equal((V1.ProfileState.Valid, 60, 5), (valid.State, valid.OtherWeight, valid.Opinions.Count));
        Assert.Equal(proposed, (await planner.Priorities.ProposePriorityProfileAsync(request, planner.Call)).Profile);
        Assert.Equal(valid, (await chief.Priorities.GetPriorityProfileAsync(new() { Name = valid.Name }, chief.Call)).Profile);
        Assert.Equal(valid, (await planner.Priorities.ListPriorityProfilesAsync(new() { Parent = Mijnstreek }, planner.Call)).Profiles[0]);
        Assert.Equal(6L, await region.OwnerAsync("select count(*) from audit_line where tenant = 'westelijke-mijnstreek' and line::jsonb ->> 'object_id' = $1 and line::jsonb ->> 'action' in ('COLLECT', 'CHANGE')", valid.Name));

        var next = (await planner.Priorities.ProposePriorityProfileAsync(new(request) { Latest = valid.Name, RequestId = Asked.Id() }, planner.Call)).Profile;
        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(planner.Priorities.ProposePriorityProfileAsync(new(request) { Latest = valid.Name, RequestId = Asked.Id() }, planner.Call)));
        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(chief.Priorities.GiveOpinionAsync(Opinion(next, V1.TriangleRole.PoliceChief, "\"9\""), chief.Call)));
        Assert.Equal("SEAT_NOT_YOURS", await Failure.ReasonAsync(chief.Priorities.GiveOpinionAsync(Opinion(next, V1.TriangleRole.Mayor, next.Etag), chief.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(planner.Priorities.GiveOpinionAsync(Opinion(next, V1.TriangleRole.Mayor, next.Etag), planner.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(chief.Priorities.ProposePriorityProfileAsync(new(request) { Latest = next.Name, RequestId = Asked.Id() }, chief.Call)));
        Assert.Equal([next.Name, valid.Name, request.Latest], (await planner.Priorities.ListPriorityProfilesAsync(new() { Parent = Mijnstreek }, planner.Call)).Profiles.Select(known => known.Name));
    }

    [Fact]
    public async Task Hours_divide_over_themes_and_areas_against_the_weights_and_steer_what_patrols_do()
    {
        var (planner, mayor) = (Person.PlannerOfLandgraaf(region), Person.Mayor(region, "0882"));
        const string Parent = "municipalities/0882";
        await region.OwnerAsync("""
            insert into demand_hour (tenant, starts_at, area, family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds)
            select '0882', date_trunc('hour', now()) - make_interval(days => d), area, family, 4, calls, calls, 3600 * police, 3600 * boa, 0, 0
            from generate_series(1, 20) d, (values ('WK088205', 'drugs', 2, 1.0, 0.0), ('WK088206', 'noise', 1, 0.0, 3.0), ('WK088206', 'litter', 1, 0.0, 1.0)) as what (area, family, calls, police, boa)
            """);
        var proposed = (await planner.Priorities.ProposePriorityProfileAsync(Proposal(Parent, Year, Theme("ondermijning", 50, "drugs"), Theme("overlast", 30, "noise")), planner.Call)).Profile;
        await HeardAsync(mayor, proposed, V1.TriangleRole.Mayor);

        var balance = await planner.Priorities.GetThemeBalanceAsync(new() { Parent = Parent, StartTime = Stamp(-28), EndTime = Stamp(0) }, planner.Call);
        var patrol = await planner.Priorities.ProposePatrolHoursAsync(new() { Parent = Parent, StartTime = Midnight(1), EndTime = Midnight(2), PlannedUnits = 3, Availability = 0.9, MeanServiceSeconds = 1800 }, planner.Call);

        Assert.Equal((proposed.Name, false), (balance.Profile, balance.Expired));
        var (drugs, noise, other) = (balance.Themes[0], balance.Themes[1], balance.Themes[2]);
        Assert.Equal(("ondermijning", "overlast", "other"), (drugs.Theme, noise.Theme, other.Theme));
        Assert.Equal((20.0, 60.0), (drugs.PoliceHours, noise.BoaHours));
        Assert.Equal(balance.TotalHours, balance.Themes.Sum(theme => theme.BoaHours + theme.PoliceHours), 6);
        Assert.Equal(1, balance.Themes.Sum(theme => theme.Share), 9);
        Assert.Equal(0.2, other.Weight, 9);
        Assert.Contains(balance.OtherFamilies, family => family is { Family: "litter", Hours: 20 });
        Assert.Equal(new V1.AreaHours { Area = "WK088206", Hours = 60 }, Assert.Single(noise.Areas));

        Assert.Equal((72.0, proposed.Name), (patrol.PlannedHours, patrol.Profile));
        Assert.InRange(patrol.PatrolHours, 1, 64.8);
        Assert.Equal(patrol.PatrolHours, patrol.Themes.Sum(theme => theme.Hours), 6);
        Assert.True(patrol.Themes[0].Hours > patrol.PatrolHours * 0.5, "What had less than its weight gets more.");
        Assert.All(patrol.Themes, theme => Assert.True(theme.Hours > 0 && Math.Abs(theme.Areas.Sum(area => area.Hours) - theme.Hours) < 1e-6));
        Assert.Equal("WK088205", Assert.Single(patrol.Themes[0].Areas, area => area.Cause is V1.PatrolCause.Calls).Area); // districts of other tests have a norm
    }

    [Fact]
    public async Task Priorities_whose_period_is_over_hold_on_with_a_warning_and_a_team_speaks_for_its_municipality()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        await region.OwnerAsync("""
            insert into priority_profile (tenant, version, state, valid_from, valid_until, body)
            select '0899', 1, 2, '2020-01-01', '2023-12-31', jsonb_build_object(
              'name', jsonb_build_object('owner', jsonb_build_object('value', '0899'), 'version', 1), 'seats', '[]'::jsonb, 'opinions', '[]'::jsonb, 'proposedBy', 'x', 'proposedAt', '2020-01-01T00:00:00Z', 'revision', 1,
              'proposal', jsonb_build_object('document', 'Kadernota 2020-2023', 'validFrom', '2020-01-01', 'validUntil', '2023-12-31', 'motive', 'm', 'themes', jsonb_build_array(
                jsonb_build_object('code', 'woonoverlast', 'displayName', 'Woonoverlast', 'weight', 25, 'origin', 'raad', 'families', jsonb_build_array('noise'), 'areas', '[]'::jsonb))))
            """);

        var own = await planner.Priorities.GetThemeBalanceAsync(new() { Parent = "municipalities/0899", StartTime = Stamp(-2), EndTime = Stamp(0) }, planner.Call);
        var teams = await planner.Priorities.GetThemeBalanceAsync(new() { Parent = Voerendaal, StartTime = Stamp(-2), EndTime = Stamp(0) }, planner.Call);

        Assert.Equal(("municipalities/0899/priorityProfiles/1", true), (own.Profile, own.Expired));
        Assert.Equal(["woonoverlast", "other"], own.Themes.Select(theme => theme.Theme));
        Assert.Equal((Landgraaf + "/priorityProfiles/1", false), (teams.Profile, teams.Expired));
    }

    [Fact]
    public async Task C08_the_seeded_priorities_of_both_teams_differ_hold_on_one_day_and_leave_a_share_for_the_rest()
    {
        var (west, east) = (Person.Planner(region), Person.PlannerOfLandgraaf(region));
        var profiles = new[]
        {
            (await west.Priorities.GetPriorityProfileAsync(new() { Name = Mijnstreek + "/priorityProfiles/1" }, west.Call)).Profile,
            (await east.Priorities.GetPriorityProfileAsync(new() { Name = Landgraaf + "/priorityProfiles/1" }, east.Call)).Profile,
        };

        Assert.NotEqual(profiles[0].Themes, profiles[1].Themes);
        Assert.All(profiles, profile =>
        {
            Assert.Equal((V1.ProfileState.Valid, 0), (profile.State, profile.Awaited.Count));
            Assert.InRange(2026, profile.ValidFrom.Year, profile.ValidUntil.Year);
            Assert.All(profile.Themes, theme => Assert.NotEmpty(theme.Origin));
            Assert.True(profile.OtherWeight > 0);
        });
    }

    [Fact]
    public async Task What_cannot_be_priorities_is_refused_with_its_reason()
    {
        var planner = Person.Planner(region);
        const string Parent = "municipalities/1883";

        Assert.Equal("SHARE_FOR_OTHERS_MISSING", await RefusedAsync(Proposal(Parent, Year, Theme("a", 60, "noise"), Theme("b", 40, "drugs"))));
        Assert.Equal("THEME_TWICE", await RefusedAsync(Proposal(Parent, Year, Theme("a", 10, "noise"), Theme("a", 10, "drugs"))));
        Assert.Equal("THEME_COUNTS_NOTHING", await RefusedAsync(Proposal(Parent, Year, Theme("a", 10, "noise")), request => request.Profile.Themes[0].Families.Clear()));
        Assert.Equal("PROFILE_PERIOD_EMPTY", await RefusedAsync(Proposal(Parent, Year, Theme("a", 10, "noise")), request => request.Profile.ValidUntil = new() { Year = 2000, Month = 1, Day = 1 }));
        Assert.Equal("DATE_INVALID", await RefusedAsync(Proposal(Parent, Year, Theme("a", 10, "noise")), request => request.Profile.ValidUntil.Day = 40));
        Assert.Equal("FAMILY_UNKNOWN", await RefusedAsync(Proposal(Parent, Year, Theme("a", 10, "ruzie"))));
        Assert.Equal("AREA_OF_OTHER_MUNICIPALITY", await RefusedAsync(Proposal(Parent, Year, Theme("a", 10, "noise")), request => request.Profile.Themes[0].Areas.Add("WK097101")));
        Assert.Equal("AREA_OF_OTHER_MUNICIPALITY", await RefusedAsync(Proposal(Mijnstreek, Year, Theme("a", 10, "noise")), request => request.Profile.Themes[0].Areas.Add(["WK188301", "0882"])));
        Assert.Equal("INVALID_REQUEST", await RefusedAsync(Proposal(Parent, Year)));
        Assert.Equal("NOT_FOUND", await RefusedAsync(Proposal(Voerendaal, Year, Theme("a", 10, "noise"))));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(planner.Priorities.GetPriorityProfileAsync(new() { Name = Parent + "/priorityProfiles/7" }, planner.Call)));
        Assert.Equal("PRIORITIES_MISSING", await Failure.ReasonAsync(planner.Priorities.GetThemeBalanceAsync(new() { Parent = Parent, StartTime = new() { Seconds = 946_684_800 }, EndTime = new() { Seconds = 946_771_200 } }, planner.Call))); // 2000: before all of them
        Assert.Equal("INTERVAL_TOO_LONG", await Failure.ReasonAsync(planner.Priorities.GetThemeBalanceAsync(new() { Parent = Parent, StartTime = Stamp(-1200), EndTime = Stamp(0) }, planner.Call)));

        Task<string> RefusedAsync(V1.ProposePriorityProfileRequest request, Action<V1.ProposePriorityProfileRequest>? change = null)
        {
            change?.Invoke(request);
            return Failure.ReasonAsync(planner.Priorities.ProposePriorityProfileAsync(request, planner.Call));
        }
    }

    private static int Year => DateTime.UtcNow.Year;

    private static async Task<V1.PriorityProfile> HeardAsync(Person person, V1.PriorityProfile profile, V1.TriangleRole role) =>
        (await person.Priorities.GiveOpinionAsync(Opinion(profile, role, profile.Etag), person.Call)).Profile;

    private static V1.GiveOpinionRequest Opinion(V1.PriorityProfile profile, V1.TriangleRole role, string etag) => new() { Name = profile.Name, Role = role, Text = "gezien", Etag = etag, RequestId = Asked.Id() };

    private static V1.ProposePriorityProfileRequest Proposal(string parent, int year, params V1.PriorityTheme[] themes) => new()
    {
        Parent = parent, RequestId = Asked.Id(),
        Profile = new() { Document = $"Kadernota {year}", ValidFrom = new() { Year = year, Month = 1, Day = 1 }, ValidUntil = new() { Year = year + 1, Month = 12, Day = 31 }, Motive = "raadsbesluit", Themes = { themes } },
    };

    private static V1.PriorityTheme Theme(string code, int weight, string family) => new() { Code = code, DisplayName = code, Weight = weight, Origin = "kadernota", Families = { family } };

    private static Timestamp Midnight(int days) => Timestamp.FromDateTime(DateTime.SpecifyKind(DateTime.UtcNow.Date.AddDays(days), DateTimeKind.Utc));

    private static Timestamp Stamp(int days) => Timestamp.FromDateTime(DateTime.UtcNow.AddDays(days));
}
