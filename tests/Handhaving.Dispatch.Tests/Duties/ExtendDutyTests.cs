using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Duties;

/// <summary>A crew whose duty is over goes on with a later end: it is recommended and sent again, and warned again when that end comes.</summary>
public sealed class ExtendDutyTests(DispatchRegion region)
{
    private const string Voerendaal = "0986"; // few units: each is among those recommended
    private readonly Person desk = Person.FromLandgraaf(region);
    private readonly Person other = new(region, region.Replica(1), "centralist-bl-01", "centralist", ["0965", "0986", "1954", "0899", "0882"], ["brunssum-landgraaf"]);

    [Fact]
    public async Task A_unit_whose_duty_is_over_can_be_sent_again_on_both_replicas_and_is_warned_at_its_new_end()
    {
        var unit = await OverAsync();
        var incident = await desk.ReportAsync(Voerendaal);
        Assert.Equal("UNIT_DUTY_OVER", (await Failure.OfAsync(desk.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, RequestId = Work.NewRequest() }, desk.Call))).Reason);
        await using var board = await BoardWatch.OpenAsync(other, "brunssum-landgraaf");
        var request = Ask(unit, TimeSpan.FromHours(2));

        var extended = (await desk.Units.ExtendDutyAsync(request, desk.Call)).Unit;

        Assert.Equal((request.DutyEndTime, 0), (extended.DutyEndTime, extended.Warnings.Count));
        Assert.Equal(extended, (await other.Units.ExtendDutyAsync(request, other.Call)).Unit); // the same request, the same answer
        Assert.Equal(request.DutyEndTime, (await board.FindAsync(delta => delta.Item?.Unit?.Name == unit)).Item.Unit.DutyEndTime);
        foreach (var person in new[] { desk, other })
            Assert.Contains((await person.Incidents.RecommendUnitsAsync(new() { Name = incident.Name, Limit = 50 }, person.Call)).Picks, pick => pick.Unit == unit);
        Assert.Equal(V1.AssignmentState.Offered, (await desk.AssignAsync(incident, unit)).Assignment.State);
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where line::jsonb->>'operation' like '%ExtendDuty' and line::jsonb->>'object_id' = $1 and line::jsonb->>'reason_text' = 'optocht loopt uit'", unit));

        await region.OwnerAsync("update duty set ends_at = now() - interval '1 minute' where unit = $1", unit);
        await region.SweepDutiesAsync(0);
        Assert.Equal(2L, await region.OwnerAsync("select count(*) from audit_line where line::jsonb->>'operation' like '%DutyEndJob' and line::jsonb->>'object_id' = $1", unit));
    }

    [Fact]
    public async Task A_unit_whose_duty_is_over_is_called_free_by_no_read_and_no_screen_until_it_is_extended()
    {
        var unit = await OverAsync();
        var incident = await desk.ReportAsync(Voerendaal);
        var supervisor = new Person(region, "supervisor-bl-01", "supervisor", ["0986"], ["brunssum-landgraaf"]);
        await using var board = await BoardWatch.OpenAsync(other, "brunssum-landgraaf");

        var read = await desk.UnitAsync(unit);
        var listed = (await desk.Units.ListUnitsAsync(new() { Parent = "municipalities/0986", PageSize = 1000 }, desk.Call)).Units.Single(one => one.Name == unit);
        var job = (await supervisor.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, OverrideReason = "niemand anders", RequestId = Work.NewRequest() }, supervisor.Call)).Assignment;
        var offered = await desk.UnitAsync(unit);
        await desk.Assignments.WithdrawAssignmentAsync(new() { Name = job.Name, Reason = "niet nodig", RequestId = Work.NewRequest() }, desk.Call);
        var freed = await board.FindAsync(delta => delta.Item?.Unit is { Assignment: "", Availability: not V1.UnitAvailability.Reserved } shown && shown.Name == unit);
        var extended = (await desk.Units.ExtendDutyAsync(Ask(unit, TimeSpan.FromHours(2)), desk.Call)).Unit;

        V1.UnitAvailability[] seen = [read.Availability, listed.Availability, offered.Availability, freed.Item.Unit.Availability, extended.Availability];
        Assert.Equal([V1.UnitAvailability.DutyOver, V1.UnitAvailability.DutyOver, V1.UnitAvailability.Reserved, V1.UnitAvailability.DutyOver, V1.UnitAvailability.Available], seen);
    }

    [Theory]
    [InlineData(-5, "Verbeter de eindtijd.")]
    [InlineData(-90, "Verbeter de eindtijd.")]
    [InlineData(4 * 60 + 5, "hoogstens 4 uur vooruit")]
    public async Task An_end_that_has_passed_or_lies_too_far_ahead_is_refused(int minutes, string said)
    {
        var unit = await OverAsync();

        var refused = await Failure.OfAsync(desk.Units.ExtendDutyAsync(Ask(unit, TimeSpan.FromMinutes(minutes)), desk.Call));

        Assert.Equal((StatusCode.InvalidArgument, "DUTY_EXTENSION_NOT_POSSIBLE"), (refused.Code, refused.Reason));
        Assert.Contains(said, refused.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duty_is_not_made_shorter_and_nobody_off_duty_has_one()
    {
        var unit = await desk.OwnUnitAsync(region, Voerendaal);
        await desk.Units.ExtendDutyAsync(Ask(unit, TimeSpan.FromHours(3)), desk.Call);

        var shorter = await Failure.OfAsync(desk.Units.ExtendDutyAsync(Ask(unit, TimeSpan.FromHours(1)), desk.Call));
        await desk.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, desk.Call);
        var off = await Failure.OfAsync(desk.Units.ExtendDutyAsync(Ask(unit, TimeSpan.FromHours(1)), desk.Call));

        Assert.Equal(("DUTY_EXTENSION_NOT_POSSIBLE", "UNIT_NOT_ON_DUTY"), (shorter.Reason, off.Reason));
    }

    private static V1.ExtendDutyRequest Ask(string unit, TimeSpan ahead) => new() { Name = unit, DutyEndTime = Timestamp.FromDateTime(DateTime.UtcNow + ahead), Reason = "optocht loopt uit", RequestId = Work.NewRequest() };

    private async Task<string> OverAsync()
    {
        var unit = await desk.OwnUnitAsync(region, Voerendaal);
        await region.OwnerAsync("update duty set ends_at = now() - interval '1 hour' where unit = $1", unit);
        await region.SweepDutiesAsync(0);
        return unit;
    }
}
