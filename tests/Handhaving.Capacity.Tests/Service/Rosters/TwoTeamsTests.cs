using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>Somebody who stands in rosters of two teams: what comes late is judged over all that the person works.</summary>
public sealed class TwoTeamsTests(CapacityRegion region)
{
    [Fact]
    public async Task A_free_day_is_taken_with_consent_whichever_team_plans_it()
    {
        var (planner, first) = (Person.PlannerOfLandgraaf(region), Staff.Today.AddDays(8));
        var request = Staff.Create(Planned.Code);
        (request.Parent, request.Officer.StaffTeam, request.Officer.Contracts[0].Function) = (Planned.Team, "basisteam", "noodhulp");
        request.Officer.Contracts[0].OtherFunctions.Add("voetbal");
        var officer = (await planner.People.CreateOfficerAsync(request, planner.Call)).Officer;
        var usual = await PublishedAsync(planner, await planner.PoliceDraftAsync(first, Planned.Shift(officer, first, function: "noodhulp")));
        var football = await FootballAsync(planner, first, Planned.Shift(officer, first.AddDays(1), function: "voetbal"));

        Task<string> PublishAsync(params string[] consents) =>
            Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(new(Planned.Publish(football)) { Reason = "wedstrijd", OutsideDistrictReason = "wedstrijd", Consents = { consents } }, planner.Call));

        Assert.Equal("ROSTER_NOTICE_CONSENT", await PublishAsync());

        // Nor by giving back one day there first, to plan it here.
        var change = Planned.Change(usual);
        change.RemovedIds.Add(usual.Shifts[0].Id);
        usual = (await planner.Rosters.ChangeShiftsAsync(new(change) { Reason = "ruil" }, planner.Call)).Roster;
        var moved = football.Shifts[0].Clone();
        (moved.StartTime, moved.EndTime) = (Planned.Shift(officer, first).StartTime, Planned.Shift(officer, first).EndTime);
        football = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(football, moved), planner.Call)).Roster;

        Assert.Equal("ROSTER_NOTICE_CONSENT", await PublishAsync());
        Assert.Equal("", await PublishAsync(officer.Name));
    }

    [Fact]
    public async Task Of_two_breaches_in_a_published_roster_one_can_be_mended_while_the_other_stands_and_none_added()
    {
        var (planner, first) = (Person.PlannerOfLandgraaf(region), Staff.Today.AddDays(115));
        var (officer, other) = (await planner.PoliceAsync(), await planner.PoliceAsync());
        var published = await PublishedAsync(planner, await planner.PoliceDraftAsync(first, Shift(officer, first), Shift(other, first)));
        foreach (var person in new[] { officer, other }) await planner.People.ReportAbsenceAsync(Staff.Sick(person, Planned.At(first, 12), 24), planner.Call);
        var shorter = published.Shifts[0].Clone();
        shorter.EndTime = Shift(officer, first, 14).EndTime;

        var mended = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(published, shorter), planner.Call)).Roster;

        Assert.Equal(2, mended.Findings.Count(finding => finding.Rule == "short-sick"));
        Assert.Equal("ROSTER_BREAKS_LAW", await Failure.ReasonAsync(planner.Rosters.ChangeShiftsAsync(Planned.Change(mended, Shift(officer, first.AddDays(1), 10)), planner.Call)));
    }

    private static V1.RosterShift Shift(V1.Officer officer, DateOnly day, int until = 16) => Planned.Shift(officer, day, 8, until, function: "noodhulp");

    private static async Task<V1.Roster> FootballAsync(Person planner, DateOnly first, V1.RosterShift shift)
    {
        var draft = (await planner.Rosters.CreateRosterAsync(new() { Parent = Planned.Team, RequestId = Asked.Id(), Roster = new(Planned.Roster(first)) { StaffTeam = "voetbal" } }, planner.Call)).Roster;
        return (await planner.Rosters.ChangeShiftsAsync(Planned.Change(draft, shift), planner.Call)).Roster;
    }

    private static async Task<V1.Roster> PublishedAsync(Person planner, V1.Roster draft) =>
        (await planner.Rosters.PublishRosterAsync(new(Planned.Publish(draft)) { Reason = "nieuw", OutsideDistrictReason = "n.v.t." }, planner.Call)).Roster;
}
