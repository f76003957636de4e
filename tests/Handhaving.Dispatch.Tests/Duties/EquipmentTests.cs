using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Duties;

/// <summary>What a BOA may carry is asked of the place of the task; and which jobs may be interrupted too.</summary>
public sealed class EquipmentTests(DispatchRegion region)
{
    [Fact]
    public async Task C23_a_boa_elsewhere_is_checked_against_the_place_of_the_task()
    {
        var admin = new Person(region, "admin-0882", "functional-admin", ["0882"], []);
        var person = Person.FromLandgraaf(region);
        var unit = await person.SignOnAsync(DutyWork.SignOn("0882", 1, "pepper-spray")); // its akte holds in the whole team
        var home = await person.ReportAsync("0882");
        var away = await person.ReportAsync("0965");

        foreach (var incident in new[] { home, away })
        {
            var rejected = (await person.Incidents.RecommendUnitsAsync(new() { Name = incident.Name, Limit = 50 }, person.Call)).Rejections.Single(one => one.Unit == unit);
            var refused = await Failure.OfAsync(person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, RequestId = Work.NewRequest() }, person.Call));

            Assert.Contains(rejected.Reasons, reason => reason.Code == "EQUIPMENT_NOT_ALLOWED" && reason.Text.Contains("pepperspray", StringComparison.Ordinal));
            Assert.Equal((StatusCode.FailedPrecondition, "UNIT_EQUIPMENT_NOT_ALLOWED"), (refused.Code, refused.Reason));
            Assert.Contains("pepperspray", refused.Dutch, StringComparison.Ordinal);
        }

        await admin.DecideAsync("municipalities/0882", "dispatch.allowed-equipment", """["pepper-spray"]""");
        await Work.EventuallyAsync(async () => (await person.Incidents.RecommendUnitsAsync(new() { Name = home.Name, Limit = 50 }, person.Call)).Picks.Any(pick => pick.Unit == unit));
        var still = await Failure.OfAsync(person.Assignments.AssignUnitAsync(new() { Parent = away.Name, Unit = unit, Etag = away.Etag, RequestId = Work.NewRequest() }, person.Call));
        var offer = await person.AssignAsync(home, unit);

        Assert.Equal("UNIT_EQUIPMENT_NOT_ALLOWED", still.Reason);
        Assert.Equal(V1.AssignmentState.Offered, offer.Assignment.State);
        await person.FinishAsync(offer.Assignment);
    }

    [Fact]
    public async Task A_unit_on_a_job_of_low_priority_is_shown_as_conditionally_committed()
    {
        var person = Person.FromLandgraaf(region);
        var unit = await person.SignOnAsync(DutyWork.SignOn("0965", 3));
        using var screen = person.WatchTeam("brunssum-landgraaf");
        await screen.UntilAsync(message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd);
        var report = Work.Report("0965", "waste.dumping");
        report.Incident.Priority = 4;
        var incident = (await person.Incidents.ReportIncidentAsync(report, person.Call)).Incident;

        var offer = await person.AssignAsync(incident, unit);
        var reserved = (await person.UnitAsync(unit)).Availability;
        await person.Assignments.AcceptAssignmentAsync(new() { Name = offer.Assignment.Name, RequestId = Work.NewRequest() }, person.Call);
        await screen.UntilAsync(message => message.Delta?.Item?.Unit is { Availability: V1.UnitAvailability.ConditionallyCommitted } one && one.Name == unit);
        var committed = (await person.UnitAsync(unit)).Availability;

        Assert.Equal((V1.UnitAvailability.Reserved, V1.UnitAvailability.ConditionallyCommitted), (reserved, committed));
    }
}
