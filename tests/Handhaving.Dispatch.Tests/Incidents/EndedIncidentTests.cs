using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>Whatever else stands in the way, of an incident that ended it is said first that it did: no other unit, type or reporter would help.</summary>
public sealed class EndedIncidentTests(DispatchRegion region)
{
    private readonly Person desk = new(region, "supervisor-bl-01", "supervisor", ["0965", "0986", "1954", "0899", "0882"], ["brunssum-landgraaf"]);

    [Fact]
    public async Task A_unit_that_is_off_duty_or_busy_is_not_what_stands_in_the_way()
    {
        var (busy, gone) = (await desk.OwnUnitAsync(region, "0899"), await desk.OwnUnitAsync(region, "0899"));
        await desk.AssignAsync(await desk.ReportAsync("0899"), busy);
        await desk.Units.SignOffUnitAsync(new() { Name = gone, RequestId = Work.NewRequest() }, desk.Call);
        var cancelled = await CancelledAsync();

        Assert.Equal("INCIDENT_CANCELLED", await WhyAsync(cancelled, busy));
        Assert.Equal("INCIDENT_CANCELLED", await WhyAsync(cancelled, gone));
    }

    [Fact]
    public async Task No_unit_is_taken_from_elsewhere_for_it()
    {
        var unit = await desk.OwnUnitAsync(region, "0899");
        var offered = (await desk.AssignAsync(await desk.ReportAsync("0899"), unit)).Assignment;
        var cancelled = await CancelledAsync();

        var refused = await Failure.OfAsync(desk.Assignments.PreemptAssignmentAsync(new() { Parent = cancelled.Name, Etag = cancelled.Etag, Assignment = offered.Name, Reason = "spoed", RequestId = Work.NewRequest() }, desk.Call));

        Assert.Equal("INCIDENT_CANCELLED", refused.Reason);
    }

    [Fact]
    public async Task Its_reporter_is_not_asked_for()
    {
        var cancelled = await CancelledAsync();
        var until = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddHours(1));

        var refused = await Failure.OfAsync(desk.Incidents.AskReporterAsync(new() { Name = cancelled.Name, Etag = cancelled.Etag, Question = "waar?", UntilTime = until, RequestId = Work.NewRequest() }, desk.Call));

        Assert.Equal("INCIDENT_CANCELLED", refused.Reason);
    }

    private async Task<V1.Incident> CancelledAsync()
    {
        var incident = await desk.ReportAsync("0899");
        return (await desk.Incidents.CancelIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Reason = "loos", RequestId = Work.NewRequest() }, desk.Call)).Incident;
    }

    private async Task<string> WhyAsync(V1.Incident incident, string unit) =>
        (await Failure.OfAsync(desk.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Etag = incident.Etag, Unit = unit, RequestId = Work.NewRequest() }, desk.Call))).Reason;
}
