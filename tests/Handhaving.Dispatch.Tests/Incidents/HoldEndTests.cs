using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>What was set aside comes back by itself, and says so on every screen until somebody acts on it (dispatch 3.1).</summary>
public sealed class HoldEndTests(DispatchRegion region)
{
    private readonly Person desk = Person.Centralist(region);
    private readonly Person other = Person.OtherCentralist(region);

    [Fact]
    public async Task A_planned_incident_leaves_the_board_and_comes_back_when_it_is_due()
    {
        var incident = await desk.ReportAsync();
        await using var board = await BoardWatch.OpenAsync(other, "westelijke-mijnstreek");

        var held = (await desk.Incidents.HoldIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Kind = V1.HoldKind.Schedule, UntilTime = Timestamp.FromDateTime(DateTime.UtcNow + TimeSpan.FromMinutes(16)), Reason = "markt van morgen", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal(V1.IncidentState.Scheduled, held.State);
        var gone = await board.FindAsync(delta => delta.Removed == incident.Name);
        Assert.Equal(V1.RemovalReason.Scheduled, gone.RemovalReason);

        var soon = await desk.ReportAsync();
        var early = (await desk.Incidents.HoldIncidentAsync(new() { Name = soon.Name, Etag = soon.Etag, Kind = V1.HoldKind.Schedule, UntilTime = Timestamp.FromDateTime(DateTime.UtcNow + TimeSpan.FromMinutes(14)), Reason = "zo meteen", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        var back = await board.FindAsync(delta => delta.Item?.Incident?.Name == early.Name && delta.Item.Incident.State is V1.IncidentState.Pending && delta.Item.Incident.Etag != soon.Etag);
        var last = (await desk.Incidents.ListTimelineEntriesAsync(new() { Parent = soon.Name }, desk.Call)).Entries[^1];
        Assert.Equal(("IncidentReleased", "Het geplande moment is bijna daar"), (last.Kind, last.Text));
        Assert.Equal([V1.IncidentSignal.HoldEnded], back.Item.Incident.Signals);
        var seen = (await desk.Incidents.AddNoteAsync(new() { Name = soon.Name, Text = "gezien", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Empty(seen.Signals);
    }
}
