using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>From a promise to an event to the people who serve it: reserved counts equal assigned staff, and gaps are listed (capacity 9).</summary>
public sealed class DeploymentTests(CapacityRegion region)
{
    private const string Team = Asked.Team;

    private Person Planner => Person.Planner(region);

    [Fact]
    public async Task What_is_promised_stands_on_the_roster_until_people_serve_it_and_the_case_sees_that_they_do()
    {
        var noon = Asked.Noon();
        var (promised, line) = await PromisedAsync(noon, 2);
        var draft = await DraftAsync(noon, Shift(await OfficerAsync(), noon, 0, 8), Shift(await OfficerAsync(), noon, 2, 10));

        var before = Assert.Single(draft.Deployments, cover => cover.Deployment == line);
        Assert.Equal((promised.CaseId, "noodhulp", 2, 0), (before.CaseId, before.Function, before.PromisedCount, before.RosteredCount));
        Assert.Equal([(noon, noon.AddHours(4), 2)], GapsOf(before));
        Assert.Equal(V1.DeploymentStaffing.Open, (await ShownAsync(promised)).Staffing);

        var filled = (await Planner.Rosters.AssignDeploymentsAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = Asked.Id() }, Planner.Call)).Roster;
        Assert.All(filled.Shifts, shift => Assert.Equal(line, shift.Deployment));
        Assert.Equal([(noon, noon.AddHours(2), 1)], GapsOf(Assert.Single(filled.Deployments, cover => cover.Deployment == line)));
        Assert.Equal(V1.DeploymentStaffing.Open, (await ShownAsync(promised)).Staffing); // a draft is nobody's plan yet

        var published = (await Planner.Rosters.PublishRosterAsync(Publish(filled), Planner.Call)).Roster;
        var partly = await ShownAsync(promised);
        Assert.Equal((V1.DeploymentStaffing.Partly, 1), (partly.Staffing, partly.Lines[0].RosteredCount));

        var third = Shift(await OfficerAsync(), noon, 0, 8);
        third.Deployment = line;
        Assert.Equal("DEPLOYMENT_FULL", await ChangeAsync(published, third));
        third.EndTime = noon.AddHours(2).ToTimestamp();
        await Planner.Rosters.ChangeShiftsAsync(Change(published, third), Planner.Call);
        var whole = await ShownAsync(promised);
        Assert.Equal((V1.DeploymentStaffing.Rostered, 2), (whole.Staffing, whole.Lines[0].RosteredCount));
        Assert.Equal(whole, (await Person.PermitOfficer(region).Reservations.ListReservationsAsync(new() { Parent = Asked.Beek, CaseId = promised.CaseId }, Person.PermitOfficer(region).Call)).Reservations.Single());
    }

    [Fact]
    public async Task A_promise_that_is_given_back_asks_for_nobody_and_says_who_is_free_again()
    {
        var noon = Asked.Noon();
        var (promised, line) = await PromisedAsync(noon, 1);
        var shift = Shift(await OfficerAsync(), noon, 0, 8);
        shift.Deployment = line;
        var draft = await DraftAsync(noon, shift);

        var permits = Person.PermitOfficer(region);
        await permits.Reservations.ReleaseReservationAsync(new() { Name = promised.Name, Etag = promised.Etag, Reason = "Gaat niet door", RequestId = Asked.Id() }, permits.Call);

        var cover = Assert.Single((await Planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, Planner.Call)).Roster.Deployments, cover => cover.Deployment == line);
        Assert.Equal((0, 0), (cover.PromisedCount, cover.Gaps.Count));
        Assert.Equal("DEPLOYMENT_UNKNOWN", await ChangeAsync(draft, new(shift) { Officer = (await OfficerAsync()).Name }));
        Assert.Equal(V1.DeploymentStaffing.Unspecified, (await ShownAsync(promised)).Staffing);
    }

    [Fact]
    public async Task What_no_shift_can_serve_is_refused()
    {
        var noon = Asked.Noon();
        var (promised, line) = await PromisedAsync(noon, 1);
        var officer = await OfficerAsync();
        var draft = await DraftAsync(noon);

        Task<string> WithAsync(Action<V1.RosterShift> spoil)
        {
            var shift = Shift(officer, noon, 0, 8);
            shift.Deployment = line;
            spoil(shift);
            return ChangeAsync(draft, shift);
        }

        Assert.Equal("DEPLOYMENT_OTHER_FUNCTION", await WithAsync(shift => shift.Function = "verkeer"));
        Assert.Equal("DEPLOYMENT_OUTSIDE_SHIFT", await WithAsync(shift => shift.EndTime = noon.AddMinutes(10).ToTimestamp()));
        Assert.Equal("DEPLOYMENT_UNKNOWN", await WithAsync(shift => shift.Deployment = $"{promised.Name}/lines/2"));
        Assert.Equal("INVALID_REQUEST", await WithAsync(shift => shift.Deployment = promised.Name));
        Assert.Empty((await Planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, Planner.Call)).Roster.Shifts);
    }

    [Fact]
    public async Task A_file_carries_who_serves_what()
    {
        var noon = Asked.Noon();
        var (_, line) = await PromisedAsync(noon, 1);
        var shift = Shift(await OfficerAsync(), noon, 0, 8);
        shift.Deployment = line;
        var draft = await DraftAsync(noon, shift);
        var csv = (await Planner.Rosters.ExportShiftsAsync(new() { Name = draft.Name }, Planner.Call)).Csv;
        var emptied = (await Planner.Rosters.ChangeShiftsAsync(new() { Name = draft.Name, Etag = draft.Etag, RemovedIds = { draft.Shifts[0].Id }, RequestId = Asked.Id() }, Planner.Call)).Roster;

        var imported = await Planner.Rosters.ImportShiftsAsync(new() { Name = draft.Name, Etag = emptied.Etag, Csv = csv, RequestId = Asked.Id() }, Planner.Call);

        Assert.True(imported.Imported);
        Assert.Equal(line, (await Planner.Rosters.GetRosterAsync(new() { Name = draft.Name }, Planner.Call)).Roster.Shifts.Single().Deployment);
    }

    private async Task<(V1.CapacityReservation Reservation, string Line)> PromisedAsync(DateTimeOffset noon, int count)
    {
        var permits = Person.PermitOfficer(region);
        var held = await permits.AskAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, count)));
        var promised = (await permits.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, permits.Call)).Reservation;
        return (promised, promised.Name + "/lines/1");
    }

    private async Task<V1.CapacityReservation> ShownAsync(V1.CapacityReservation reservation) =>
        (await Person.PermitOfficer(region).Reservations.GetReservationAsync(new() { Name = reservation.Name }, Person.PermitOfficer(region).Call)).Reservation;

    private async Task<V1.Officer> OfficerAsync()
    {
        var request = Staff.Create(Planned.Code);
        (request.Parent, request.Officer.StaffTeam, request.Officer.Contracts[0].Function) = (Team, "basisteam", "noodhulp");
        return (await Planner.People.CreateOfficerAsync(request, Planner.Call)).Officer;
    }

    private async Task<V1.Roster> DraftAsync(DateTimeOffset noon, params V1.RosterShift[] shifts)
    {
        var first = DateOnly.FromDateTime(noon.UtcDateTime);
        var draft = (await Planner.Rosters.CreateRosterAsync(new() { Parent = Team, RequestId = Asked.Id(), Roster = new() { StaffTeam = "basisteam", FirstDay = Staff.Day(first), LastDay = Staff.Day(first) } }, Planner.Call)).Roster;
        return shifts.Length == 0 ? draft : (await Planner.Rosters.ChangeShiftsAsync(Planned.Change(draft, shifts), Planner.Call)).Roster;
    }

    private async Task<string> ChangeAsync(V1.Roster roster, V1.RosterShift shift) => await Failure.ReasonAsync(Planner.Rosters.ChangeShiftsAsync(Change(roster, shift), Planner.Call));

    // Days that other tests leave free may be within the term of notice.
    private static V1.ChangeShiftsRequest Change(V1.Roster roster, V1.RosterShift shift) => new(Planned.Change(roster, shift)) { Reason = "Evenement", Consents = { shift.Officer } };

    private static V1.PublishRosterRequest Publish(V1.Roster roster) => new(Planned.Publish(roster)) { Reason = "Evenement", Consents = { roster.Shifts.Select(shift => shift.Officer) } };

    private static V1.RosterShift Shift(V1.Officer officer, DateTimeOffset noon, int from, int until) => new()
    {
        Officer = officer.Name, Function = "noodhulp", StartTime = noon.AddHours(from).ToTimestamp(), EndTime = noon.AddHours(until).ToTimestamp(),
    };

    private static List<(DateTimeOffset, DateTimeOffset, int)> GapsOf(V1.DeploymentCover cover) => [.. cover.Gaps.Select(gap => (gap.StartTime.ToDateTimeOffset(), gap.EndTime.ToDateTimeOffset(), gap.Missing))];
}
