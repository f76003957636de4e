using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>What people at a desk decide about an incident, through the real door and back from the other replica.</summary>
public sealed class IncidentActTests(DispatchRegion region)
{
    private readonly Person desk = Person.Centralist(region);
    private readonly Person other = Person.OtherCentralist(region);

    private static Timestamp In(TimeSpan time) => Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow + time);

    [Fact]
    public async Task A_text_alone_is_recorded_and_waits_once_it_is_classified()
    {
        var received = await ReportTextAsync();
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
    public async Task Without_a_place_a_reason_is_needed()
    {
        var received = await ReportTextAsync();
        var request = new V1.ClassifyIncidentRequest { Name = received.Name, Etag = received.Etag, Type = "noise.neighbours", Priority = 4, RequestId = Work.NewRequest() };

        Assert.Equal("LOCATION_MISSING", (await Failure.OfAsync(desk.Incidents.ClassifyIncidentAsync(request, desk.Call))).Reason);

        request.LocationUnknownReason = "melder belt terug";
        Assert.Equal(V1.IncidentState.Pending, (await desk.Incidents.ClassifyIncidentAsync(request, desk.Call)).Incident.State);
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

    private static (string Field, string From, string To) Told(V1.TimelineChange change) => (change.Field, change.From, change.To);

    [Fact]
    public async Task Who_asks_too_early_or_too_late_is_told_the_true_cause()
    {
        async Task<(string Reason, string Dutch)> HoldAsync(V1.Incident incident)
        {
            var refused = await Failure.OfAsync(desk.Incidents.HoldIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Kind = V1.HoldKind.Review, UntilTime = In(TimeSpan.FromHours(1)), Reason = "later", RequestId = Work.NewRequest() }, desk.Call));
            return (refused.Reason, refused.Dutch);
        }

        async Task<string> RecommendAsync(V1.Incident incident) => (await Failure.OfAsync(desk.Incidents.RecommendUnitsAsync(new() { Name = incident.Name }, desk.Call))).Reason;

        var received = await ReportTextAsync();
        Assert.Equal(("INCIDENT_NOT_CLASSIFIED", "INCIDENT_NOT_CLASSIFIED"), (await RecommendAsync(received), (await HoldAsync(received)).Reason));

        var held = await desk.ReportAsync();
        held = (await desk.Incidents.HoldIncidentAsync(new() { Name = held.Name, Etag = held.Etag, Kind = V1.HoldKind.Review, UntilTime = In(TimeSpan.FromHours(1)), Reason = "later", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal(("INCIDENT_SET_ASIDE", "INCIDENT_SET_ASIDE"), (await RecommendAsync(held), (await HoldAsync(held)).Reason));

        var cancelled = (await desk.Incidents.CancelIncidentAsync(new() { Name = received.Name, Etag = received.Etag, Reason = "vergissing", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal(("INCIDENT_CANCELLED", $"Melding {received.Number} is geannuleerd en kan niet weer open. Maak een nieuwe melding als er toch iets te doen is."), await HoldAsync(cancelled));
    }

    [Fact]
    public async Task Setting_aside_needs_a_moment_ahead_and_nobody_on_it()
    {
        var incident = await desk.ReportAsync();
        var request = new V1.HoldIncidentRequest { Name = incident.Name, Etag = incident.Etag, Kind = V1.HoldKind.Review, UntilTime = In(TimeSpan.FromMinutes(-1)), Reason = "later", RequestId = Work.NewRequest() };
        Assert.Equal((StatusCode.InvalidArgument, "HOLD_TIME_PASSED"), Short(await Failure.OfAsync(desk.Incidents.HoldIncidentAsync(request, desk.Call))));

        request.UntilTime = In(TimeSpan.FromHours(1));
        request.Kind = V1.HoldKind.Reporter;
        Assert.Equal((StatusCode.InvalidArgument, "HOLD_KIND_NOT_HERE"), Short(await Failure.OfAsync(desk.Incidents.HoldIncidentAsync(request, desk.Call))));

        request.Kind = V1.HoldKind.Review;
        var held = (await desk.Incidents.HoldIncidentAsync(request, desk.Call)).Incident;
        Assert.Equal(V1.IncidentState.OnHold, held.State);
        var released = (await desk.Incidents.ReleaseIncidentAsync(new() { Name = held.Name, Etag = held.Etag, Reason = "toch nu", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal((V1.IncidentState.Pending, null), (released.State, released.Hold));
    }

    [Theory]
    [InlineData(V1.HoldKind.Schedule, "0001-01-01T00:00:00Z", "HOLD_TIME_PASSED")]
    [InlineData(V1.HoldKind.Review, "0001-01-01T00:00:00Z", "HOLD_TIME_PASSED")]
    [InlineData(V1.HoldKind.Schedule, "9999-12-31T23:59:59Z", "HOLD_TIME_TOO_FAR")]
    [InlineData(V1.HoldKind.Review, "9999-12-31T23:59:59Z", "HOLD_TIME_TOO_FAR")]
    public async Task Setting_aside_is_for_a_year_at_most(V1.HoldKind kind, string until, string reason)
    {
        var incident = await desk.ReportAsync();
        var time = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture));

        var refused = await Failure.OfAsync(desk.Incidents.HoldIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Kind = kind, UntilTime = time, Reason = "later", RequestId = Work.NewRequest() }, desk.Call));

        Assert.Equal((StatusCode.InvalidArgument, reason), Short(refused));
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
    public async Task The_reporter_is_kept_apart_asked_and_answers()
    {
        var request = Work.Report();
        request.Reporter = new() { DisplayName = "A. Melder", Phone = "0612345678", WantsAnswer = true };
        var incident = (await desk.Incidents.ReportIncidentAsync(request, desk.Call)).Incident;
        Assert.Equal("A. Melder", (await desk.Incidents.GetReporterAsync(new() { Name = incident.Name }, desk.Call)).Reporter.DisplayName);

        var asked = (await desk.Incidents.AskReporterAsync(new() { Name = incident.Name, Etag = incident.Etag, Question = "welk huisnummer?", UntilTime = In(TimeSpan.FromMinutes(10)), RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal(V1.IncidentState.AwaitingReporter, asked.State);
        var answered = (await desk.Incidents.RecordReporterAnswerAsync(new() { Name = asked.Name, Etag = asked.Etag, Answer = "nummer 12", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal(V1.IncidentState.Pending, answered.State);

        var elsewhere = await region.OwnerAsync("""
            select (select count(*) from outbox where body like '%Melder%') + (select count(*) from request where answer like '%Melder%' or answer like '%0612345678%')
                 + (select count(*) from incident where body::text like '%A. Melder%') + (select count(*) from feed where position('A. Melder'::bytea in body) > 0)
                 + (select count(*) from audit_line where line like '%Melder%')
            """);
        Assert.Equal(0L, elsewhere);
    }

    [Fact]
    public async Task An_anonymous_source_forbids_a_reporter_and_nobody_known_cannot_be_asked()
    {
        var request = Work.Report();
        request.Incident.Source = V1.IncidentSource.AnonymousTip;
        request.Reporter = new() { Phone = "0612345678" };
        Assert.Equal((StatusCode.InvalidArgument, "REPORTER_FORBIDDEN"), Short(await Failure.OfAsync(desk.Incidents.ReportIncidentAsync(request, desk.Call))));

        request.Reporter = null;
        var tip = (await desk.Incidents.ReportIncidentAsync(request, desk.Call)).Incident;
        var question = new V1.AskReporterRequest { Name = tip.Name, Etag = tip.Etag, Question = "wie?", UntilTime = In(TimeSpan.FromMinutes(10)), RequestId = Work.NewRequest() };
        Assert.Equal((StatusCode.FailedPrecondition, "REPORTER_UNKNOWN"), Short(await Failure.OfAsync(desk.Incidents.AskReporterAsync(question, desk.Call))));
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(desk.Incidents.GetReporterAsync(new() { Name = tip.Name }, desk.Call))).Code);
    }

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

    private static (StatusCode, string) Short(Failure failure) => (failure.Code, failure.Reason);

    private async Task<List<string>> KindsAsync(string name) =>
        [.. (await desk.Incidents.ListTimelineEntriesAsync(new() { Parent = name }, desk.Call)).Entries.Select(entry => entry.Kind)];

    private async Task<V1.Incident> ReportTextAsync()
    {
        var request = new V1.ReportIncidentRequest { Parent = "municipalities/0888", Incident = new() { Source = V1.IncidentSource.Phone, Description = "er is iets aan de hand" }, RequestId = Work.NewRequest() };
        return (await desk.Incidents.ReportIncidentAsync(request, desk.Call)).Incident;
    }

    private async Task<V1.Incident> ClassifyAsync(V1.Incident incident, Geo.V1.Location location)
    {
        var request = new V1.ClassifyIncidentRequest { Name = incident.Name, Etag = incident.Etag, Type = "parking.nuisance", Priority = 2, PriorityReason = "hinder", Location = location, RequestId = Work.NewRequest() };
        request.Cautions.Add("hond op het erf");
        return (await desk.Incidents.ClassifyIncidentAsync(request, desk.Call)).Incident;
    }
}
