using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents.Acts;

/// <summary>What people at a desk come to know about an incident, through the real door and back from the other replica.</summary>
public sealed class EditIncidentTests(DispatchRegion region)
{
    private readonly Person desk = Person.Centralist(region);
    private readonly Person other = Person.OtherCentralist(region);

    [Fact]
    public async Task A_text_alone_is_recorded_and_waits_once_it_is_classified()
    {
        var received = await desk.ReportTextAsync();
        Assert.Equal((V1.IncidentState.Received, 0), (received.State, received.Priority));

        var unclassified = await Failure.OfAsync(desk.Assignments.AssignUnitAsync(
            new() { Parent = received.Name, Unit = await desk.OwnUnitAsync(region, "0888"), Etag = received.Etag, RequestId = Work.NewRequest() }, desk.Call));
        Assert.Equal("INCIDENT_NOT_CLASSIFIED", unclassified.Reason);

        var classified = await ClassifyAsync(received, Work.Report().Incident.Location);

        Assert.Equal((V1.IncidentState.Pending, "parking.nuisance", 2), (classified.State, classified.Type, classified.Priority));
        Assert.Equal(["hond op het erf"], classified.Cautions);
        Assert.Equal(classified, (await other.Incidents.GetIncidentAsync(new() { Name = received.Name }, other.Call)).Incident);
    }

    [Fact]
    public async Task What_whoever_goes_there_must_know_stays_until_somebody_says_that_it_holds_no_longer()
    {
        var warned = await ClassifyAsync(await desk.ReportTextAsync(), Work.Report().Incident.Location);

        var silent = (await desk.Incidents.ClassifyIncidentAsync(Again(warned), desk.Call)).Incident;
        var cleared = (await desk.Incidents.ClassifyIncidentAsync(new(Again(silent)) { CautionsCleared = true }, desk.Call)).Incident;

        Assert.Equal("INVALID_REQUEST", (await Failure.OfAsync(desk.Incidents.ClassifyIncidentAsync(new(Again(cleared)) { Cautions = { "  " } }, desk.Call))).Reason);
        Assert.Equal("CAUTIONS_AND_CLEARED", (await Failure.OfAsync(desk.Incidents.ClassifyIncidentAsync(new(Again(cleared)) { CautionsCleared = true, Cautions = { "hond" } }, desk.Call))).Reason);
        Assert.Equal(["hond op het erf"], silent.Cautions);
        Assert.Empty(cleared.Cautions);
        var history = (await desk.Incidents.ListTimelineEntriesAsync(new() { Parent = warned.Name }, desk.Call)).Entries;
        Assert.Equal(("cautions", "\"hond op het erf\"", ""), Told(Assert.Single(history[^1].Changes)));
    }

    [Fact]
    public async Task A_report_that_says_what_it_is_and_why_no_place_is_known_waits_for_a_unit_at_once()
    {
        var report = Work.Report();
        (report.Incident.Location, report.Incident.Description, report.Incident.LocationUnknownReason) = (null, "", "melder belt terug");

        var incident = (await desk.Incidents.ReportIncidentAsync(report, desk.Call)).Incident;

        Assert.Equal((V1.IncidentState.Pending, "melder belt terug"), (incident.State, incident.LocationUnknownReason));
    }

    [Fact]
    public async Task Without_a_place_a_reason_is_needed()
    {
        var received = await desk.ReportTextAsync();
        var request = new V1.ClassifyIncidentRequest { Name = received.Name, Etag = received.Etag, Type = "noise.neighbours", Priority = 4, RequestId = Work.NewRequest() };

        Assert.Equal("LOCATION_MISSING", (await Failure.OfAsync(desk.Incidents.ClassifyIncidentAsync(request, desk.Call))).Reason);

        request.LocationUnknownReason = "melder belt terug";
        Assert.Equal(V1.IncidentState.Pending, (await desk.Incidents.ClassifyIncidentAsync(request, desk.Call)).Incident.State);
    }

    [Fact]
    public async Task Why_no_place_is_known_stays_until_there_is_one_and_is_not_said_beside_it()
    {
        var received = await desk.ReportTextAsync();
        var request = new V1.ClassifyIncidentRequest { Name = received.Name, Etag = received.Etag, Type = "noise.neighbours", Priority = 4, LocationUnknownReason = "melder belt terug", RequestId = Work.NewRequest() };
        var nowhere = (await desk.Incidents.ClassifyIncidentAsync(request, desk.Call)).Incident;

        var kept = (await desk.Incidents.ClassifyIncidentAsync(Again(nowhere), desk.Call)).Incident;
        var both = await Failure.OfAsync(desk.Incidents.ClassifyIncidentAsync(new(Again(kept)) { Location = Work.Report().Incident.Location, LocationUnknownReason = "weg" }, desk.Call));
        var placed = (await desk.Incidents.ClassifyIncidentAsync(new(Again(kept)) { Location = Work.Report().Incident.Location }, desk.Call)).Incident;
        var late = await Failure.OfAsync(desk.Incidents.ClassifyIncidentAsync(new(Again(placed)) { LocationUnknownReason = "weg" }, desk.Call));

        Assert.Equal(("melder belt terug", ""), (kept.LocationUnknownReason, placed.LocationUnknownReason));
        Assert.Equal(((StatusCode.InvalidArgument, "LOCATION_KNOWN"), (StatusCode.InvalidArgument, "LOCATION_KNOWN")), (Short(both), Short(late)));
    }

    [Fact]
    public async Task A_change_of_priority_place_and_remark_stand_in_the_history_with_their_reasons()
    {
        var incident = await desk.ReportAsync();
        incident = (await desk.Incidents.ReprioritiseIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Priority = 1, Reason = "kind in gevaar", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        var elsewhere = new Geo.V1.Location { Position = new() { Latitude = 50.941, Longitude = 5.801 }, Description = "Stationsstraat" };
        incident = (await desk.Incidents.MoveIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Location = elsewhere, Reason = "melder was in de war", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        incident = (await desk.Incidents.AddNoteAsync(new() { Name = incident.Name, Text = "poort is open", RequestId = Work.NewRequest() }, desk.Call)).Incident;

        Assert.Equal((1, "kind in gevaar", "Stationsstraat"), (incident.Priority, incident.PriorityReason, incident.Location.Description));
        Assert.Equal("Markt", Assert.Single(incident.PreviousLocations).Description);
        var history = (await desk.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, desk.Call)).Entries;
        Assert.Equal(
            [("IncidentReceived", ""), ("IncidentReprioritised", "kind in gevaar"), ("IncidentMoved", "melder was in de war"), ("NotePosted", "poort is open")],
            history.Select(entry => (entry.Kind, entry.Text)));
        Assert.Equal(("priority", "3", "1"), Told(history[1].Changes[0]));
        Assert.Matches("^location: Markt [(]50[.][0-9]{5}, 5[.][0-9]{5}[)] > Stationsstraat [(]50[.]94100, 5[.]80100[)]$", string.Join(" > ", $"location: {Assert.Single(history[2].Changes).From}", history[2].Changes[0].To));
        Assert.Empty(history[3].Changes);
    }

    [Fact]
    public async Task A_move_to_nowhere_is_refused_and_the_place_is_kept()
    {
        var incident = await desk.ReportAsync();
        var request = new V1.MoveIncidentRequest { Name = incident.Name, Etag = incident.Etag, Location = new() { Position = new() }, Reason = "kaart stond leeg", RequestId = Work.NewRequest() };

        Assert.Equal((StatusCode.InvalidArgument, "LOCATION_OUTSIDE_REGION"), Short(await Failure.OfAsync(desk.Incidents.MoveIncidentAsync(request, desk.Call))));

        Assert.Equal(incident.Location, (await other.Incidents.GetIncidentAsync(new() { Name = incident.Name }, other.Call)).Incident.Location);
    }

    [Fact]
    public async Task The_reason_of_a_priority_stays_with_it_until_another_priority_or_reason_is_given()
    {
        var incident = await desk.ReportAsync();
        var urgent = (await desk.Incidents.ReprioritiseIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Priority = 1, Reason = "kind in gevaar", RequestId = Work.NewRequest() }, desk.Call)).Incident;

        var kept = (await desk.Incidents.ClassifyIncidentAsync(new(Again(urgent)) { PriorityReason = "" }, desk.Call)).Incident;
        var lowered = (await desk.Incidents.ClassifyIncidentAsync(new(Again(kept)) { PriorityReason = "", Priority = 3 }, desk.Call)).Incident;

        Assert.Equal(("kind in gevaar", ""), (kept.PriorityReason, lowered.PriorityReason));
    }

    private static V1.ClassifyIncidentRequest Again(V1.Incident incident) => new()
    {
        Name = incident.Name, Etag = incident.Etag, Type = incident.Type, Priority = incident.Priority, PriorityReason = incident.PriorityReason, RequestId = Work.NewRequest(),
    };

    private static (string Field, string From, string To) Told(V1.TimelineChange change) => (change.Field, change.From, change.To);

    private static (StatusCode, string) Short(Failure failure) => (failure.Code, failure.Reason);

    private async Task<V1.Incident> ClassifyAsync(V1.Incident incident, Geo.V1.Location location)
    {
        var request = new V1.ClassifyIncidentRequest { Name = incident.Name, Etag = incident.Etag, Type = "parking.nuisance", Priority = 2, PriorityReason = "hinder", Location = location, RequestId = Work.NewRequest() };
        request.Cautions.Add("hond op het erf");
        return (await desk.Incidents.ClassifyIncidentAsync(request, desk.Call)).Incident;
    }
}
