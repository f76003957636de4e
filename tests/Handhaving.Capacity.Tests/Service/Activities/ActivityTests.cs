using Date = Google.Type.Date;

namespace Handhaving.Capacity.Tests.Service.Activities;

/// <summary>Projects, prevention and traffic work over the real door.</summary>
public sealed class ActivityTests(CapacityRegion region)
{
    private const string Stein = "municipalities/0971";

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    [Fact]
    public async Task C18_a_project_states_hours_and_its_end_is_found_without_police_hours_and_gets_none_after_that_end()
    {
        var planner = Person.Planner(region);
        var (with, without) = (await PutAsync(planner, Project("buurtvaders", ("politie", 20, true), ("welzijn", 40, false))), await PutAsync(planner, Project("buurtsport", ("welzijn", 30, false))));
        var project = with.Name;

        var planned = await HoursAsync(planner, project, Today.AddDays(30), "politie", 12);
        Assert.Equal((12.0, 0.0), (planned.PlannedHours, planned.DeliveredHours));
        Assert.Equal("FUNDING_ENDED", await RefusedAsync(planner, project, Today.AddDays(31), "politie", 1));
        Assert.Equal("ACTIVITY_HOURS_EXHAUSTED", await RefusedAsync(planner, project, Today.AddDays(29), "politie", 9));
        Assert.Equal("ORGANISATION_NOT_IN_ACTIVITY", await RefusedAsync(planner, project, Today, "brandweer", 1));
        Assert.Equal("HOURS_NOT_YET_DONE", await Failure.ReasonAsync(planner.Activities.PutActivityHoursAsync(Hours(project, Today.AddDays(2), "politie", null, 1), planner.Call)));
        var listed = (await planner.Activities.ListActivitiesAsync(new() { Parent = Stein, Kind = V1.ActivityKind.Project, WithoutPoliceHours = true }, planner.Call)).Activities;
        Assert.Contains(without, listed);
        Assert.DoesNotContain(listed, activity => activity.Name == project);

        await PutAsync(planner, new(with) { FundingEndDate = Day(Today.AddDays(10)) });

        var report = await ReportAsync(planner, V1.ActivityKind.Project);
        Assert.Equal(0, report.Activities.Single(line => line.Activity == project && line.Organisation == "politie").PlannedHours);
    }

    [Fact]
    public async Task C34_preventive_hours_count_per_theme_and_target_group_of_a_list_that_a_municipality_extends()
    {
        var planner = Person.Planner(region);
        var activity = Prevention("les-vuurwerk", "vuurwerk", "brugklassers");
        Assert.Equal("TARGET_GROUP_UNKNOWN", await Failure.ReasonAsync(planner.Activities.PutActivityAsync(Put(activity), planner.Call)));
        await planner.Activities.PutTargetGroupAsync(new() { Parent = Stein, TargetGroup = new() { Code = "brugklassers", DisplayName = "Brugklassers" }, RequestId = Asked.Id() }, planner.Call);
        var (classes, elders) = (await PutAsync(planner, activity), await PutAsync(planner, Prevention("babbeltruc", "oplichting", "ouderen")));
        await HoursAsync(planner, classes.Name, Today, "gemeente", 6, 5);
        await HoursAsync(planner, elders.Name, Today, "gemeente", 4);

        var sums = (await ReportAsync(planner, V1.ActivityKind.Prevention)).Sums.Where(sum => sum.Theme is "vuurwerk" or "oplichting");
        var groups = (await planner.Activities.ListTargetGroupsAsync(new() { Parent = Stein }, planner.Call)).TargetGroups;
        var others = (await planner.Activities.ListTargetGroupsAsync(new() { Parent = "municipalities/0888" }, planner.Call)).TargetGroups;

        Assert.Equal([("oplichting", "ouderen", 4.0, 0.0), ("vuurwerk", "brugklassers", 6.0, 5.0)], sums.Select(sum => (sum.Theme, sum.TargetGroup, sum.PlannedHours, sum.DeliveredHours)));
        Assert.Contains(groups, group => group is { Code: "brugklassers", Usual: false });
        Assert.Contains(groups, group => group is { Code: "ouderen", Usual: true });
        Assert.DoesNotContain(others, group => group.Code == "brugklassers");
    }

    [Fact]
    public async Task C41_traffic_hours_stand_planned_against_delivered_per_risk_theme_and_place()
    {
        var planner = Person.Planner(region);
        var (speed, school) = (await PutAsync(planner, Traffic("n276", "snelheid", "N276")), await PutAsync(planner, Traffic("schoolroute", "snelheid", "Heerstraat")));
        await HoursAsync(planner, speed.Name, Today, "politie", 8, 3);
        await HoursAsync(planner, speed.Name, Today.AddDays(-1), "politie", 2, 2);
        await HoursAsync(planner, school.Name, Today, "politie", 1);

        var sums = (await ReportAsync(planner, V1.ActivityKind.Traffic)).Sums;

        Assert.Equal([("snelheid", "Heerstraat", 1.0, 0.0), ("snelheid", "N276", 10.0, 5.0)], sums.Select(sum => (sum.Theme, sum.Place, sum.PlannedHours, sum.DeliveredHours)));
    }

    [Fact]
    public async Task What_an_organisation_gives_is_not_lowered_below_what_is_planned_and_a_report_has_its_bounds()
    {
        var planner = Person.Planner(region);
        var project = await PutAsync(planner, Project("wijkschouw", ("politie", 20, true), ("welzijn", 40, false)));
        await HoursAsync(planner, project.Name, Today.AddDays(5), "politie", 12);
        V1.Activity Changed(params (string Organisation, double Hours, bool Police)[] partners) => new(Project("wijkschouw", partners)) { Etag = project.Etag };

        Assert.Equal("ACTIVITY_HOURS_TAKEN", await RefusedAsync(planner, Changed(("politie", 11, true), ("welzijn", 40, false))));
        Assert.Equal("ACTIVITY_HOURS_TAKEN", await RefusedAsync(planner, Changed(("welzijn", 40, false))));
        await PutAsync(planner, Changed(("politie", 12, true)));

        Task<string> ReportAsync(DateOnly first, DateOnly last) => Failure.ReasonAsync(planner.Activities.GetActivityReportAsync(new() { Parent = Stein, FirstDay = Day(first), LastDay = Day(last) }, planner.Call));
        Assert.Equal("INTERVAL_EMPTY", await ReportAsync(Today, Today.AddDays(-1)));
        Assert.Equal("INTERVAL_TOO_LONG", await ReportAsync(Today.AddDays(-3660), Today.AddDays(1)));
        Assert.Equal("", await ReportAsync(Today, Today));
    }

    [Fact]
    public async Task An_owner_has_so_many_target_groups_and_no_more()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        await region.OwnerAsync("insert into target_group (tenant, code, display_name) select '0986', 'groep-' || n, 'Groep' from generate_series(1, 200) n");
        V1.PutTargetGroupRequest Put(string code) => new() { Parent = "municipalities/0986", TargetGroup = new() { Code = code, DisplayName = "Nog een" }, RequestId = Asked.Id() };

        Assert.Equal("ACTIVITY_LIST_FULL", await Failure.ReasonAsync(planner.Activities.PutTargetGroupAsync(Put("nog-een"), planner.Call)));
        Assert.Equal("", await Failure.ReasonAsync(planner.Activities.PutTargetGroupAsync(Put("groep-7"), planner.Call)));
    }

    [Fact]
    public async Task What_cannot_be_an_activity_is_refused_with_its_reason()
    {
        var (planner, stranger, mayor) = (Person.Planner(region), Person.PlannerOfLandgraaf(region), Person.Mayor(region, "0971"));

        Assert.Equal("ACTIVITY_WITHOUT_FUNDING_END", await RefusedAsync(planner, Project("eindeloos", ("welzijn", 1, false)), activity => activity.FundingEndDate = null));
        Assert.Equal("ACTIVITY_WITHOUT_TARGET_GROUP", await RefusedAsync(planner, Prevention("niemand", "vuurwerk", "")));
        Assert.Equal("ACTIVITY_WITHOUT_PLACE", await RefusedAsync(planner, Traffic("nergens", "snelheid", "")));
        Assert.Equal("ORGANISATION_TWICE", await RefusedAsync(planner, Project("dubbel", ("welzijn", 1, false), ("welzijn", 2, false))));
        Assert.Equal("ETAG_MISMATCH", await RefusedAsync(planner, Project("nieuw", ("welzijn", 1, false)), activity => activity.Etag = "\"7\""));
        Assert.Equal("DATE_INVALID", await RefusedAsync(planner, Project("dag", ("welzijn", 1, false)), activity => activity.FundingEndDate.Day = 40));
        Assert.Equal("NOT_FOUND", await RefusedAsync(stranger, Project("vreemd", ("welzijn", 1, false))));
        Assert.Equal("PERMISSION_MISSING", await RefusedAsync(mayor, Project("burgemeester", ("welzijn", 1, false))));
        Assert.Equal("NOT_FOUND", await RefusedAsync(planner, Stein + "/activities/bestaat-niet", Today, "politie", 1));
    }

    private static V1.Activity Project(string code, params (string Organisation, double Hours, bool Police)[] partners) => new()
    {
        Code = code, DisplayName = code, Kind = V1.ActivityKind.Project, Theme = "jeugd", FundingEndDate = Day(Today.AddDays(30)),
        Partners = { partners.Select(partner => new V1.ActivityPartner { Organisation = partner.Organisation, Hours = partner.Hours, Police = partner.Police }) },
    };

    private static V1.Activity Prevention(string code, string theme, string group) =>
        new(Project(code, ("gemeente", 100, false))) { Kind = V1.ActivityKind.Prevention, Theme = theme, TargetGroup = group, FundingEndDate = null };

    private static V1.Activity Traffic(string code, string theme, string place) =>
        new(Project(code, ("politie", 100, true))) { Kind = V1.ActivityKind.Traffic, Theme = theme, Place = place, FundingEndDate = null };

    private static V1.PutActivityRequest Put(V1.Activity activity) => new() { Parent = Stein, Activity = activity, RequestId = Asked.Id() };

    private static async Task<V1.Activity> PutAsync(Person person, V1.Activity activity) => (await person.Activities.PutActivityAsync(Put(activity), person.Call)).Activity;

    private static V1.PutActivityHoursRequest Hours(string name, DateOnly day, string organisation, double? planned, double? delivered)
    {
        var request = new V1.PutActivityHoursRequest { Name = name, Day = Day(day), Organisation = organisation, RequestId = Asked.Id() };
        if (planned is { } hours) request.PlannedHours = hours;
        if (delivered is { } made) request.DeliveredHours = made;
        return request;
    }

    private static async Task<V1.ActivityHours> HoursAsync(Person person, string name, DateOnly day, string organisation, double planned, double? delivered = null) =>
        (await person.Activities.PutActivityHoursAsync(Hours(name, day, organisation, planned, delivered), person.Call)).Hours;

    private static Task<string> RefusedAsync(Person person, string name, DateOnly day, string organisation, double planned) =>
        Failure.ReasonAsync(person.Activities.PutActivityHoursAsync(Hours(name, day, organisation, planned, null), person.Call));

    private static Task<string> RefusedAsync(Person person, V1.Activity activity, Action<V1.Activity>? change = null)
    {
        change?.Invoke(activity);
        return Failure.ReasonAsync(person.Activities.PutActivityAsync(Put(activity), person.Call));
    }

    private static async Task<V1.GetActivityReportResponse> ReportAsync(Person person, V1.ActivityKind kind) =>
        await person.Activities.GetActivityReportAsync(new() { Parent = Stein, FirstDay = Day(Today.AddDays(-30)), LastDay = Day(Today.AddDays(60)), Kind = kind }, person.Call);

    private static Date Day(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
