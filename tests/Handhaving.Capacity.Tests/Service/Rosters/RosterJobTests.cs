using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>The planner's job over the real door: draft, see what is wrong, mend it, publish, and change what people work by.</summary>
public sealed class RosterJobTests(CapacityRegion region)
{
    [Fact]
    public async Task A_draft_takes_what_breaks_the_law_and_says_which_rule_when_and_by_how_much()
    {
        var (planner, first) = (Person.Planner(region), Planned.Days());
        var officer = await planner.OfficerAsync();

        var draft = await planner.DraftAsync(first, [Planned.Shift(officer, first, 8, 21), Planned.Shift(officer, first.AddDays(1), 7, 15)]);

        Assert.Equal((V1.RosterState.Draft, "\"2\"", 2), (draft.State, draft.Etag, draft.Shifts.Count));
        var finding = Assert.Single(draft.Findings, finding => finding.Rule == "shift-length");
        Assert.Equal((V1.FindingSeverity.Breach, officer.Name, 12.25, 12, "hours"), (finding.Severity, finding.Officer, finding.Measured, finding.Limit, finding.Measure));
        Assert.Equal(Planned.At(first, 8), finding.StartTime.ToDateTimeOffset());
        Assert.Equal("ROSTER_BREAKS_LAW", await Failure.ReasonAsync(planner.Rosters.PublishRosterAsync(Planned.Publish(draft), planner.Call)));

        var mended = draft.Shifts[0].Clone();
        mended.EndTime = draft.Shifts[0].StartTime + new Google.Protobuf.WellKnownTypes.Duration { Seconds = 8 * 3600 };
        var after = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(draft, mended), planner.Call)).Roster;

        Assert.Empty(after.Findings);
        Assert.Equal(after, (await planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, planner.Call)).Roster);
    }

    [Fact]
    public async Task A_published_roster_is_what_the_ledger_counts_and_is_told_once()
    {
        var (planner, first) = (Person.Planner(region), Planned.Days());
        var (officer, other) = (await planner.OfficerAsync(), await planner.OfficerAsync());
        var (noon, evening) = (Planned.At(first, 12), Planned.At(first, 20));
        Assert.False((await planner.BlockAsync(Planned.Code, noon)).HasPlanned);

        var draft = await planner.DraftAsync(first, [Planned.Shift(officer, first), Planned.Shift(other, first.AddDays(1))]);
        var request = Planned.Publish(draft);
        var published = (await planner.Rosters.PublishRosterAsync(request, planner.Call)).Roster;

        Assert.Equal((V1.RosterState.Published, "\"3\""), (published.State, published.Etag));
        Assert.Equal(published, (await planner.Rosters.PublishRosterAsync(request, planner.Call)).Roster);
        var (day, night) = (await planner.BlockAsync(Planned.Code, noon), await planner.BlockAsync(Planned.Code, evening));
        Assert.Equal((1, 1, 0, 0), (day.Planned, day.Plannable, night.Planned, night.Plannable));
        Assert.Contains(day.Losses, loss => loss.Cause == "not-rostered");
        Assert.Equal([officer.Name], (await planner.ExplainAsync(Planned.Code, noon, 0.25)).SelectMany(strength => strength.PlannedOfficers));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from outbox where aggregate = $1 and type = 'Handhaving.Events.Capacity.RosterPublished'", published.Name));
        Assert.Contains((await planner.Rosters.ListRostersAsync(new() { Parent = Planned.Owner, PageSize = 1000 }, planner.Call)).Rosters, roster => roster.Name == published.Name && roster.Shifts.Count == 0);
        Assert.True((await planner.BlockAsync(Planned.Code, Planned.At(Planned.Unrostered, 12))).Plannable > 1); // outside its days nobody knows who works
    }

    [Fact]
    public async Task Who_falls_ill_is_no_longer_planned_and_the_roster_says_so_and_can_be_mended()
    {
        var (planner, first) = (Person.Planner(region), Planned.Days());
        var (officer, other) = (await planner.OfficerAsync(), await planner.OfficerAsync());
        var published = await planner.PublishedAsync(first, Planned.Shift(officer, first));
        await planner.People.ReportAbsenceAsync(Staff.Sick(officer, Planned.At(first, 0), 24), planner.Call);

        var ill = (await planner.Rosters.GetRosterAsync(new() { Name = published.Name }, planner.Call)).Roster;
        Assert.Equal("short-sick", Assert.Single(ill.Findings).Rule);
        Assert.Equal(0, (await planner.BlockAsync(Planned.Code, Planned.At(first, 12))).Planned);

        var change = Planned.Change(ill, Planned.Shift(other, first));
        change.RemovedIds.Add(ill.Shifts[0].Id);
        var mended = (await planner.Rosters.ChangeShiftsAsync(change, planner.Call)).Roster;

        Assert.Empty(mended.Findings);
        Assert.Equal(1, (await planner.BlockAsync(Planned.Code, Planned.At(first, 12))).Planned);
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from outbox where aggregate = $1 and type = 'Handhaving.Events.Capacity.RosterChanged' and aggregate_sequence = 4", published.Name));
    }

    [Fact]
    public async Task A_roster_that_replaces_another_takes_its_place_when_it_is_published()
    {
        var (planner, first) = (Person.Planner(region), Planned.Days());
        var officer = await planner.OfficerAsync();
        var before = await planner.PublishedAsync(first, Planned.Shift(officer, first));
        var next = await planner.DraftAsync(first, [], before.Name);
        Assert.Equal(before.Shifts[0].StartTime, Assert.Single(next.Shifts).StartTime);

        next = (await planner.Rosters.ChangeShiftsAsync(Planned.Change(next, Planned.Shift(officer, first.AddDays(2))), planner.Call)).Roster;
        Assert.Empty(next.Findings);
        await planner.Rosters.PublishRosterAsync(Planned.Publish(next), planner.Call);

        Assert.Equal(V1.RosterState.Superseded, (await planner.Rosters.GetRosterAsync(new() { Name = before.Name }, planner.Call)).Roster.State);
        Assert.Equal(1, (await planner.BlockAsync(Planned.Code, Planned.At(first.AddDays(2), 12))).Planned);
    }

    [Fact]
    public async Task A_shift_promised_to_a_case_that_no_longer_stands_is_told_as_a_shortage()
    {
        var (planner, first) = (Person.Planner(region), Planned.Days());
        var officer = await planner.OfficerAsync();
        await planner.Reservations.RequestDeploymentAsync(new()
        {
            Parent = Planned.Owner, CaseId = Asked.Id(), CaseVersion = 1, RequestId = Asked.Id(), Lines = { Asked.Line(Planned.At(first, 12), 2, "boa-1", 2, Planned.Owner) },
        }, planner.Call);

        var answer = await planner.Rosters.PublishRosterAsync(Planned.Publish(await planner.DraftAsync(first, [Planned.Shift(officer, first)])), planner.Call);

        Assert.Equal([3], answer.Shortages.Select(shortage => shortage.Missing)); // the waterline wants two and the case two; one works
    }
}
