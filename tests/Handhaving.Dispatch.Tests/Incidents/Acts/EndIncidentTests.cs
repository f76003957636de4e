using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents.Acts;

/// <summary>How an incident ends and goes on again, through the real door and back from the other replica.</summary>
public sealed class EndIncidentTests(DispatchRegion region)
{
    private readonly Person desk = Person.Centralist(region);
    private readonly Person other = Person.OtherCentralist(region);

    [Fact]
    public async Task A_cancelled_incident_calls_its_units_back_and_frees_them()
    {
        var unit = await desk.OwnUnitAsync(region, "1883");
        var assigned = (await desk.AssignAsync(await desk.ReportAsync("1883"), unit)).Incident;

        var cancelled = (await desk.Incidents.CancelIncidentAsync(new() { Name = assigned.Name, Etag = assigned.Etag, Reason = "loos alarm", RequestId = Work.NewRequest() }, desk.Call)).Incident;

        Assert.Equal((V1.IncidentState.Cancelled, V1.AssignmentState.Withdrawn), (cancelled.State, Assert.Single(cancelled.Assignments).State));
        Assert.Equal(V1.UnitAvailability.Available, (await other.Units.GetUnitAsync(new() { Name = unit }, other.Call)).Unit.Availability);
        var again = new V1.CancelIncidentRequest { Name = cancelled.Name, Etag = cancelled.Etag, Reason = "nog eens", RequestId = Work.NewRequest() };
        Assert.Equal((StatusCode.FailedPrecondition, "INCIDENT_ENDED"), Short(await Failure.OfAsync(desk.Incidents.CancelIncidentAsync(again, desk.Call))));
    }

    [Fact]
    public async Task A_reopened_incident_has_no_outcome_but_its_history_tells_the_former()
    {
        var incident = await desk.ReportAsync();
        incident = (await desk.Incidents.RecordDispositionAsync(new() { Name = incident.Name, Etag = incident.Etag, Disposition = "warning", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        incident = (await desk.Incidents.ReopenIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Reason = "begint weer", RequestId = Work.NewRequest() }, desk.Call)).Incident;

        Assert.Empty(incident.Dispositions);
        var history = (await other.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, other.Call)).Entries;
        Assert.Equal(("dispositions", "", "warning"), Told(Assert.Single(history.Single(entry => entry.Kind == "DispositionRecorded").Changes)));
        Assert.Equal(("dispositions", "warning", ""), Told(Assert.Single(history.Single(entry => entry.Kind == "IncidentReopened").Changes)));
    }

    [Fact]
    public async Task A_reopened_incident_is_a_new_episode_that_no_old_timer_closes()
    {
        var incident = await desk.ReportAsync();
        var handled = (await desk.Incidents.RecordDispositionAsync(new() { Name = incident.Name, Etag = incident.Etag, Disposition = "conversation", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        var closed = (await desk.Incidents.CloseIncidentAsync(new() { Name = handled.Name, Etag = handled.Etag, RequestId = Work.NewRequest() }, desk.Call)).Incident;

        var reopened = (await desk.Incidents.ReopenIncidentAsync(new() { Name = closed.Name, Etag = closed.Etag, Reason = "weer overlast", Type = "youth.nuisance", RequestId = Work.NewRequest() }, desk.Call)).Incident;

        Assert.Equal((V1.IncidentState.Pending, 2, "youth.nuisance"), (reopened.State, reopened.Episode, reopened.Type));
        Assert.Equal((0, null, 0L), (reopened.Dispositions.Count, reopened.HandleTime, reopened.WaitedSeconds));
    }

    [Fact]
    public async Task An_incident_handled_long_ago_closes_by_itself()
    {
        var incident = await desk.ReportAsync();
        var handled = (await desk.Incidents.RecordDispositionAsync(new() { Name = incident.Name, Etag = incident.Etag, Disposition = "conversation", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        await region.OwnerAsync("""
            update incident set body = jsonb_set(body, '{handledAt}', to_jsonb(to_char(now() at time zone 'UTC' - interval '25 hours', 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"'))) where id = $1
            """, Guid.Parse(handled.Name.Split('/')[^1]));

        await Work.EventuallyAsync(async () => (await other.Incidents.GetIncidentAsync(new() { Name = handled.Name }, other.Call)).Incident.State is V1.IncidentState.Closed);

        Assert.Equal(1, (await KindsAsync(handled.Name)).Count(kind => kind == "IncidentClosed"));
    }

    private static (string Field, string From, string To) Told(V1.TimelineChange change) => (change.Field, change.From, change.To);

    private static (StatusCode, string) Short(Failure failure) => (failure.Code, failure.Reason);

    private async Task<List<string>> KindsAsync(string name) =>
        [.. (await desk.Incidents.ListTimelineEntriesAsync(new() { Parent = name }, desk.Call)).Entries.Select(entry => entry.Kind)];
}
