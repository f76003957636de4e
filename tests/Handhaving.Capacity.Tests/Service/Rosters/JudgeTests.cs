using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>What would stand against a roster is told over the real door before anything is changed.</summary>
public sealed class JudgeTests(CapacityRegion region)
{
    [Fact]
    public async Task What_a_change_would_break_and_mend_is_told_and_nothing_is_kept()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (first, officer, other) = (Staff.Today.AddDays(124), await planner.PoliceAsync(), await planner.PoliceAsync());
        var draft = await planner.PoliceDraftAsync(first, Police(officer, first, 8, 16), Police(officer, first, 15, 23));
        Assert.Contains(draft.Findings, finding => finding.Rule == "overlap");
        var moved = new V1.RosterShift(draft.Shifts[1]) { Officer = other.Name };

        var mended = await planner.Rosters.JudgeShiftsAsync(Judge(draft, moved), planner.Call);
        var broken = await planner.Rosters.JudgeShiftsAsync(Judge(draft, moved, Police(other, first, 22, 30)), planner.Call);
        var removed = await planner.Rosters.JudgeShiftsAsync(new() { Name = draft.Name, Etag = draft.Etag, RemovedIds = { draft.Shifts[1].Id } }, planner.Call);

        Assert.DoesNotContain(mended.Findings, finding => finding.Rule == "overlap");
        Assert.Equal(other.Name, Assert.Single(broken.Findings, finding => finding.Rule == "overlap").Officer);
        Assert.DoesNotContain(removed.Findings, finding => finding.Rule == "overlap");
        Assert.Equal(draft, (await planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, planner.Call)).Roster);
    }

    [Fact]
    public async Task What_a_published_roster_would_refuse_is_told_as_a_finding()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (first, officer) = (Staff.Today.AddDays(128), await planner.PoliceAsync());
        var draft = await planner.PoliceDraftAsync(first, Police(officer, first, 8, 16));
        var published = (await planner.Rosters.PublishRosterAsync(Planned.Publish(draft), planner.Call)).Roster;

        var judged = await planner.Rosters.JudgeShiftsAsync(Judge(published, Police(officer, first, 15, 23)), planner.Call);

        Assert.Contains(judged.Findings, finding => finding is { Rule: "overlap", Severity: V1.FindingSeverity.Breach });
    }

    [Fact]
    public async Task What_cannot_be_changed_is_not_judged_either()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var (first, officer) = (Staff.Today.AddDays(132), await planner.PoliceAsync());
        var draft = await planner.PoliceDraftAsync(first, Police(officer, first, 8, 16));

        Task<string> RefusedAsync(V1.JudgeShiftsRequest request) => Failure.ReasonAsync(planner.Rosters.JudgeShiftsAsync(request, planner.Call));

        Assert.Equal("ETAG_MISMATCH", await RefusedAsync(new(Judge(draft)) { Etag = "\"9\"" }));
        Assert.Equal("ROSTER_OFFICER_UNKNOWN", await RefusedAsync(Judge(draft, new V1.RosterShift(draft.Shifts[0]) { Officer = "municipalities/1883/officers/officer-1883-01" })));
        Assert.Equal("FUNCTION_UNKNOWN", await RefusedAsync(Judge(draft, new V1.RosterShift(draft.Shifts[0]) { Function = "ruiter" })));
        Assert.Equal("ROSTER_SHIFT_UNKNOWN", await RefusedAsync(Judge(draft, new V1.RosterShift(draft.Shifts[0]) { Id = Asked.Id() })));
        var stranger = Person.Planner(region);
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Rosters.JudgeShiftsAsync(Judge(draft), stranger.Call)));
    }

    private static V1.RosterShift Police(V1.Officer officer, DateOnly day, int from, int until) => Planned.Shift(officer, day, from, until, function: "noodhulp");

    private static V1.JudgeShiftsRequest Judge(V1.Roster roster, params V1.RosterShift[] shifts) => new() { Name = roster.Name, Etag = roster.Etag, Shifts = { shifts } };
}
