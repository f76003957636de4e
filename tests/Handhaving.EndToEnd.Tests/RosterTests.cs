using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.V1;
using Planning = Handhaving.Capacity.V1;
using Date = Google.Type.Date;

namespace Handhaving.EndToEnd.Tests;

/// <summary>A roster that is published in capacity is what dispatch signs on by: through the gateway, over the broker between two services.</summary>
public sealed class RosterTests(Platform platform)
{
    private const string Owner = "municipalities/1883";
    private const string Unit = Owner + "/units/boa-1883-3";

    [Fact]
    public async Task Who_is_planned_in_a_unit_comes_on_duty_without_being_named()
    {
        var planner = await platform.AsAsync("planner-wm");
        var (people, rosters, desk) = (new Planning.PeopleService.PeopleServiceClient(planner), new Planning.RosterService.RosterServiceClient(planner), new UnitService.UnitServiceClient(await platform.AsAsync("centralist-wm")));
        var (one, two, now) = (await EnterAsync(people), await EnterAsync(people), System.DateTime.UtcNow);
        var draft = (await rosters.CreateRosterAsync(new() { Parent = Owner, RequestId = Job.NewId(), Roster = new() { StaffTeam = "boa", FirstDay = Day(now.AddDays(-1)), LastDay = Day(now.AddDays(1)) } }, Job.Call)).Roster;
        draft = (await rosters.ChangeShiftsAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = Job.NewId(), Shifts = { Shift(one, now), Shift(two, now) } }, Job.Call)).Roster;

        await rosters.PublishRosterAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = Job.NewId(), Reason = "eerste rooster", Consents = { one.Name, two.Name } }, Job.Call);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!(await PlannedAsync(desk, now)).Any()) await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        var signedOn = await desk.SignOnUnitAsync(new() { Name = Unit, RequestId = Job.NewId() }, Job.Call);

        var expected = new[] { one.Name.Split('/')[^1], two.Name.Split('/')[^1] }.Order();
        Assert.Equal(expected, signedOn.Unit.Crew.Select(member => member.Officer).Order());
        Assert.True(signedOn.Plan is { Taken: true, Missing.Count: 0, Unplanned.Count: 0 });
        Assert.Equal(Timestamp.FromDateTime(now.AddHours(4)).Seconds, signedOn.Unit.DutyEndTime.Seconds);
        await desk.SignOffUnitAsync(new() { Name = Unit, RequestId = Job.NewId() }, Job.Call);
    }

    private static async Task<IEnumerable<PlannedUnit>> PlannedAsync(UnitService.UnitServiceClient desk, System.DateTime now) =>
        (await desk.ListPlannedUnitsAsync(new() { Parent = Owner, StartTime = Timestamp.FromDateTime(now), EndTime = Timestamp.FromDateTime(now.AddHours(1)) }, Job.Call)).PlannedUnits.Where(planned => planned.Unit == Unit);

    private static async Task<Planning.Officer> EnterAsync(Planning.PeopleService.PeopleServiceClient people)
    {
        var today = System.DateTime.UtcNow;
        return (await people.CreateOfficerAsync(new()
        {
            Parent = Owner, OfficerId = $"officer-new-{Guid.NewGuid():N}"[..24], RequestId = Job.NewId(),
            Officer = new()
            {
                DisplayName = "Sam", StaffTeam = "boa",
                Contracts = { new Planning.EmploymentContract { Function = "boa-1", WeeklyHours = 36, ValidFrom = Day(today.AddMonths(-1)) } },
                Appointments = { new Planning.Appointment { Domain = Planning.CompetenceDomain.PublicSpace, Territory = { "1883" }, ValidFrom = Day(today.AddMonths(-1)), ValidUntil = Day(today.AddYears(4)) } },
            },
        }, Job.Call)).Officer;
    }

    private static Planning.RosterShift Shift(Planning.Officer officer, System.DateTime now) =>
        new() { Officer = officer.Name, Function = "boa-1", Unit = Unit, StartTime = Timestamp.FromDateTime(now.AddHours(-1)), EndTime = Timestamp.FromDateTime(now.AddHours(4)) };

    private static Date Day(System.DateTime day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
