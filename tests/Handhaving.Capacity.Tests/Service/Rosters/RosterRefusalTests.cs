using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>Each refusal over the real door; nothing is written by any.</summary>
public sealed class RosterRefusalTests(CapacityRegion region)
{
    [Fact]
    public async Task What_cannot_be_begun_is_refused()
    {
        var (planner, first) = (Person.Planner(region), Planned.Days());

        Task<string> BeginAsync(V1.Roster roster) => Failure.ReasonAsync(planner.Rosters.CreateRosterAsync(new() { Parent = Planned.Owner, Roster = roster, RequestId = Asked.Id() }, planner.Call));

        Assert.Equal("STAFF_TEAM_UNKNOWN", await BeginAsync(new() { StaffTeam = "ruiters", FirstDay = Staff.Day(first), LastDay = Staff.Day(first) }));
        Assert.Equal("ROSTER_DAYS_INVALID", await BeginAsync(new() { StaffTeam = "boa", FirstDay = Staff.Day(first), LastDay = Staff.Day(first.AddDays(-1)) }));
        Assert.Equal("ROSTER_DAYS_INVALID", await BeginAsync(new() { StaffTeam = "boa", FirstDay = Staff.Day(first), LastDay = Staff.Day(first.AddDays(92)) }));
        Assert.Equal("DATE_INVALID", await BeginAsync(new() { StaffTeam = "boa", FirstDay = new() { Year = 2026, Month = 2, Day = 30 }, LastDay = Staff.Day(first) }));
        Assert.Equal("ROSTER_REPLACES_OTHER", await BeginAsync(Planned.Roster(first, (await planner.DraftAsync(first, [])).Name)));
        Assert.Equal("NOT_FOUND", await BeginAsync(Planned.Roster(first, $"{Planned.Owner}/rosters/{Asked.Id()}")));
    }

    [Fact]
    public async Task Shifts_that_cannot_be_are_refused_whole()
    {
        var (planner, first) = (Person.Planner(region), Planned.Days());
        var officer = await planner.OfficerAsync();
        var draft = await planner.DraftAsync(first, [Planned.Shift(officer, first)]);

        async Task<string> ChangeAsync(Action<V1.RosterShift> spoil, Action<V1.ChangeShiftsRequest>? more = null)
        {
            var shift = Planned.Shift(officer, first.AddDays(1));
            spoil(shift);
            var request = Planned.Change(draft, shift);
            more?.Invoke(request);
            return await Failure.ReasonAsync(planner.Rosters.ChangeShiftsAsync(request, planner.Call));
        }

        Assert.Equal("ROSTER_OFFICER_UNKNOWN", await ChangeAsync(shift => shift.Officer = "municipalities/0882/officers/officer-0882-01"));
        Assert.Equal("ROSTER_OFFICER_UNKNOWN", await ChangeAsync(shift => shift.Officer = "Sam"));
        Assert.Equal("FUNCTION_UNKNOWN", await ChangeAsync(shift => shift.Function = "ruiter"));
        Assert.Equal("FUNCTION_NOT_OF_OWNER", await ChangeAsync(shift => shift.Function = "noodhulp"));
        Assert.Equal("ROSTER_SHIFT_UNKNOWN", await ChangeAsync(shift => shift.Id = Asked.Id()));
        Assert.Equal("ROSTER_SHIFT_TWICE", await ChangeAsync(shift => shift.Id = draft.Shifts[0].Id, request => request.RemovedIds.Add(draft.Shifts[0].Id)));
        Assert.Equal("ROSTER_SHIFT_OUTSIDE", await ChangeAsync(shift => (shift.StartTime, shift.EndTime) = (Planned.At(first.AddDays(3), 8).ToTimestamp(), Planned.At(first.AddDays(3), 9).ToTimestamp())));
        Assert.Equal("ROSTER_SHIFT_OUTSIDE", await ChangeAsync(shift => shift.EndTime = Planned.At(first.AddDays(2), 9).ToTimestamp()));
        Assert.Equal("SHIFT_EMPTY", await ChangeAsync(shift => shift.EndTime = new() { Seconds = shift.StartTime.Seconds, Nanos = 200_000_000 })); // times are whole seconds, as in a file
        Assert.Equal("ROSTER_SHIFTS_A_DAY", await ChangeAsync(_ => { }, request => request.Shifts.Add(Enumerable.Range(0, 4).Select(_ => Planned.Shift(officer, first.AddDays(1))))));
        Assert.Equal("SHIFT_EMPTY", await ChangeAsync(shift => shift.EndTime = shift.StartTime));
        Assert.Equal("BREAK_OUTSIDE_SHIFT", await ChangeAsync(shift => (shift.BreakMinutes, shift.EndTime) = (60, Planned.At(first.AddDays(1), 9).ToTimestamp())));
        Assert.Equal("ROSTER_UNIT_NOT_OF_OWNER", await ChangeAsync(shift => shift.Unit = "municipalities/0882/units/boa-0882-1"));
        Assert.Equal("ETAG_MISMATCH", await ChangeAsync(_ => { }, request => request.Etag = "\"9\""));
        Assert.Equal(draft, (await planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, planner.Call)).Roster);
    }

    [Fact]
    public async Task What_cannot_be_published_is_refused()
    {
        var (planner, first) = (Person.Planner(region), Planned.Days());
        var officer = await planner.OfficerAsync();
        Assert.Equal("ROSTER_EMPTY", await Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(Planned.Publish(await planner.DraftAsync(first, [])), planner.Call)));
        var published = await planner.PublishedAsync(first, Planned.Shift(officer, first));

        Assert.Equal("ROSTER_NOT_DRAFT", await Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(Planned.Publish(published), planner.Call)));
        Assert.Equal("ROSTER_PERIOD_TAKEN", await Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(Planned.Publish(await planner.DraftAsync(first, [Planned.Shift(officer, first.AddDays(2))])), planner.Call)));
        Assert.Equal("ROSTER_BREAKS_LAW", await Failure.ReasonAsync(planner.Rosters.ChangeShiftsAsync(Planned.Change(published, Planned.Shift(officer, first, 17, 23)), planner.Call)));

        var late = await planner.DraftAsync(first, [], published.Name);
        published = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(published, Planned.Shift(officer, first.AddDays(1))), planner.Call)).Roster;
        Assert.Equal("ROSTER_REPLACED_CHANGED", await Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(Planned.Publish(late), planner.Call)));

        var next = await planner.DraftAsync(first, [], published.Name);
        await planner.Rosters.PublishRosterAsync(Planned.Publish(next), planner.Call);
        var former = (await planner.Rosters.GetRosterAsync(new() { Name = published.Name }, planner.Call)).Roster;
        Assert.Equal("ROSTER_SUPERSEDED", await Failure.ReasonAsync(planner.Rosters.ChangeShiftsAsync(Planned.Change(former, Planned.Shift(officer, first.AddDays(1))), planner.Call)));
    }

    [Fact]
    public async Task What_comes_within_the_term_of_notice_needs_a_reason_and_consent()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (officer, first) = (await planner.PoliceAsync(), Staff.Today.AddDays(3));
        var draft = await planner.PoliceDraftAsync(first, Planned.Shift(officer, first, function: "noodhulp"));

        Task<string> PublishAsync(string reason, params string[] consents) =>
            Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(new(Planned.Publish(draft)) { Reason = reason, Consents = { consents } }, planner.Call));

        Assert.Equal("ROSTER_NOTICE_REASON", await PublishAsync(""));
        Assert.Equal("ROSTER_NOTICE_CONSENT", await PublishAsync("carnaval"));
        Assert.Equal("", await PublishAsync("carnaval", officer.Name));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where tenant = 'brunssum-landgraaf' and line::jsonb ->> 'reason_text' = 'carnaval' and line::jsonb ->> 'operation' like '%PublishRoster'"));
    }

    [Fact]
    public async Task What_is_over_changes_with_a_reason_that_stands_in_the_log()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (officer, first) = (await planner.PoliceAsync(), Staff.Today.AddDays(-20));
        var draft = await planner.PoliceDraftAsync(first, Planned.Shift(officer, first, function: "noodhulp"));

        Task<string> PublishAsync(string reason) => Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(new(Planned.Publish(draft)) { Reason = reason, OutsideDistrictReason = "n.v.t." }, planner.Call));

        Assert.Equal("ROSTER_PAST_REASON", await PublishAsync(""));
        Assert.Equal("", await PublishAsync("achteraf ingevoerd"));
        var published = (await planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, planner.Call)).Roster;
        var change = Planned.Change(published);
        change.RemovedIds.Add(published.Shifts[0].Id);
        Assert.Equal("ROSTER_PAST_REASON", await Failure.ReasonAsync(planner.Rosters.ChangeShiftsAsync(change, planner.Call)));
        await planner.Rosters.ChangeShiftsAsync(new(change) { Reason = "was ziek" }, planner.Call);
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where tenant = 'brunssum-landgraaf' and line::jsonb ->> 'reason_text' = 'was ziek' and line::jsonb ->> 'operation' like '%ChangeShifts'"));
    }

    [Fact]
    public async Task Rosters_are_their_own_planners_alone()
    {
        var (stranger, planner, officer) = (Person.PlannerOfLandgraaf(region), Person.Planner(region), Person.PermitOfficer(region));
        var draft = await planner.DraftAsync(Planned.Days(), []);

        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Rosters.GetRosterAsync(new() { Name = draft.Name }, stranger.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Rosters.ListRostersAsync(new() { Parent = Planned.Owner }, stranger.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Rosters.ChangeShiftsAsync(Planned.Change(draft), stranger.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(officer.Rosters.ListRostersAsync(new() { Parent = Asked.Beek }, officer.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(officer.Rosters.CreateRosterAsync(new() { Parent = Asked.Beek, Roster = Planned.Roster(Planned.Days()), RequestId = Asked.Id() }, officer.Call)));
    }
}
