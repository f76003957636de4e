using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>What must be settled before a roster is published, over the real door (C-04, C-15, C-25).</summary>
public sealed class PublishTermsTests(CapacityRegion region)
{
    private const string Traffic = "verkeer";

    [Fact]
    public async Task C_04_a_solved_roster_with_open_work_waits_for_a_decision_on_each_task()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var first = Staff.Today.AddDays(100);
        await planner.PoliceAsync(Traffic);
        var solved = await SolvedAsync(planner, await planner.PoliceDraftAsync(first), first, 500);
        var open = Assert.Single(solved.Unserved);
        Assert.Equal(("vroeg", null), (open.Code, open.Decision));
        Assert.Equal("ROSTER_UNSERVED_UNDECIDED", await Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(Planned.Publish(solved), planner.Call)));

        V1.DecideUnservedRequest Decide(string code) => new() { Name = solved.Name, Etag = solved.Etag, RequestId = Asked.Id(), Decisions = { new V1.UnservedDecision { Day = open.Day, Code = code, Choice = V1.UnservedChoice.Postpone, Reason = "volgende maand" } } };
        Assert.Equal("ROSTER_TASK_SERVED", await Failure.ReasonAsync(planner.Rosters.DecideUnservedAsync(Decide("laat"), planner.Call)));
        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(planner.Rosters.DecideUnservedAsync(new(Decide("vroeg")) { Etag = "\"1\"" }, planner.Call)));
        var unreasoned = Decide("vroeg");
        unreasoned.Decisions[0].Reason = "";
        Assert.Equal("INVALID_REQUEST", await Failure.ReasonAsync(planner.Rosters.DecideUnservedAsync(unreasoned, planner.Call)));
        var stranger = Person.Planner(region);
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Rosters.DecideUnservedAsync(Decide("vroeg"), stranger.Call)));

        var decided = (await planner.Rosters.DecideUnservedAsync(Decide("vroeg"), planner.Call)).Roster;

        var decision = Assert.Single(decided.Unserved).Decision;
        Assert.Equal((V1.UnservedChoice.Postpone, "volgende maand"), (decision.Choice, decision.Reason));
        Assert.NotEmpty(decision.Decider);
        var published = (await planner.Rosters.PublishRosterAsync(new(Planned.Publish(decided)) { OutsideDistrictReason = "ook wijkagenten lopen mee" }, planner.Call)).Roster;
        Assert.Equal("ROSTER_NOT_DRAFT", await Failure.ReasonAsync(planner.Rosters.DecideUnservedAsync(new(Decide("vroeg")) { Etag = published.Etag }, planner.Call)));
    }

    [Fact]
    public async Task C_15_district_officers_elsewhere_need_a_reason_that_stays_with_the_roster()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var first = Staff.Today.AddDays(103);
        var request = Staff.Create(Planned.Code);
        (request.Parent, request.Officer.StaffTeam, request.Officer.Contracts[0].Function, request.Officer.DistrictMunicipality) = (Planned.Team, "basisteam", "noodhulp", "municipalities/0882");
        var officer = (await planner.People.CreateOfficerAsync(request, planner.Call)).Officer;
        var draft = await planner.PoliceDraftAsync(first, Planned.Shift(officer, first, function: "noodhulp"));

        Assert.Equal("ROSTER_DISTRICT_REASON", await Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(Planned.Publish(draft), planner.Call)));
        var published = (await planner.Rosters.PublishRosterAsync(new(Planned.Publish(draft)) { OutsideDistrictReason = "kampioenswedstrijd" }, planner.Call)).Roster;

        Assert.Equal("kampioenswedstrijd", published.OutsideDistrictReason);
    }

    [Fact]
    public async Task C_25_the_reserve_is_kept_unless_a_crisis_releases_it()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var first = Staff.Today.AddDays(106);
        await region.OwnerAsync("insert into staff_team (tenant, id, display_name, kind, municipalities, reserve_percent) values ('brunssum-landgraaf', 'reserve', 'Reserve', 2, '{}', 60)");
        var request = Staff.Create(Planned.Code);
        (request.Parent, request.Officer.StaffTeam, request.Officer.Contracts[0].Function) = (Planned.Team, "reserve", "noodhulp");
        var officer = (await planner.People.CreateOfficerAsync(request, planner.Call)).Officer;
        var begun = (await planner.Rosters.CreateRosterAsync(new() { Parent = Planned.Team, RequestId = Asked.Id(), Roster = new(Planned.Roster(first)) { StaffTeam = "reserve" } }, planner.Call)).Roster;
        var draft = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(begun, Planned.Shift(officer, first, function: "noodhulp")), planner.Call)).Roster;

        Assert.Equal("ROSTER_RESERVE_TAKEN", await Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(Planned.Publish(draft), planner.Call)));
        var published = (await planner.Rosters.PublishRosterAsync(new(Planned.Publish(draft)) { CrisisReason = "overstroming" }, planner.Call)).Roster;

        Assert.Equal("overstroming", published.CrisisReason);
        Assert.Equal("ROSTER_RESERVE_TAKEN", await Failure.ReasonAsync(planner.Rosters.ChangeShiftsAsync(Planned.Change(published, Planned.Shift(officer, first.AddDays(1), function: "noodhulp"), Planned.Shift(officer, first.AddDays(2), function: "noodhulp")), planner.Call)));
    }

    [Fact]
    public async Task A_team_names_its_regulation_and_a_breach_says_which_set_and_version()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var first = Staff.Today.AddDays(109);
        await region.OwnerAsync("insert into staff_team (tenant, id, display_name, kind, municipalities, working_time_set, working_time_limits) values ('brunssum-landgraaf', 'regeling', 'Regeling', 2, '{}', 'police', '{\"shift-length\": 9}')");
        var request = Staff.Create(Planned.Code);
        (request.Parent, request.Officer.StaffTeam, request.Officer.Contracts[0].Function) = (Planned.Team, "regeling", "noodhulp");
        var officer = (await planner.People.CreateOfficerAsync(request, planner.Call)).Officer;
        var begun = (await planner.Rosters.CreateRosterAsync(new() { Parent = Planned.Team, RequestId = Asked.Id(), Roster = new(Planned.Roster(first)) { StaffTeam = "regeling" } }, planner.Call)).Roster;

        var draft = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(begun, Planned.Shift(officer, first, 8, 18, function: "noodhulp")), planner.Call)).Roster;

        var finding = Assert.Single(draft.Findings, finding => finding.Severity is V1.FindingSeverity.Breach);
        Assert.Equal(("shift-length", "police", 9), (finding.Rule, finding.RuleSet, finding.Limit));
        Assert.NotEmpty(finding.RuleSetVersion);
    }

    private static async Task<V1.Roster> SolvedAsync(Person planner, V1.Roster draft, DateOnly first, int wanted)
    {
        var end = await Solved.ToTheEndAsync(planner, new()
        {
            Name = draft.Name, Etag = draft.Etag, Seed = 1, Seconds = 0.5, RequestId = Asked.Id(),
            Kinds = { new V1.ShiftTemplate { Code = "vroeg", Function = Traffic, StartMinute = 7 * 60, LengthMinutes = 480 } },
            Covers = { new V1.ShiftCover { Day = Staff.Day(first), Code = "vroeg", Wanted = wanted } },
        });
        return end[^1].Roster;
    }
}
