using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents.Acts;

/// <summary>An incident set aside, or that waits for its reporter, through the real door.</summary>
public sealed class PauseIncidentTests(DispatchRegion region)
{
    private readonly Person desk = Person.Centralist(region);

    private static Timestamp In(TimeSpan time) => Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow + time);

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
    public async Task Who_asks_too_early_or_too_late_is_told_the_true_cause()
    {
        async Task<(string Reason, string Dutch)> HoldAsync(V1.Incident incident)
        {
            var refused = await Failure.OfAsync(desk.Incidents.HoldIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Kind = V1.HoldKind.Review, UntilTime = In(TimeSpan.FromHours(1)), Reason = "later", RequestId = Work.NewRequest() }, desk.Call));
            return (refused.Reason, refused.Dutch);
        }

        async Task<string> RecommendAsync(V1.Incident incident) => (await Failure.OfAsync(desk.Incidents.RecommendUnitsAsync(new() { Name = incident.Name }, desk.Call))).Reason;

        var received = await desk.ReportTextAsync();
        Assert.Equal(("INCIDENT_NOT_CLASSIFIED", "INCIDENT_NOT_CLASSIFIED"), (await RecommendAsync(received), (await HoldAsync(received)).Reason));

        var held = await desk.ReportAsync();
        held = (await desk.Incidents.HoldIncidentAsync(new() { Name = held.Name, Etag = held.Etag, Kind = V1.HoldKind.Review, UntilTime = In(TimeSpan.FromHours(1)), Reason = "later", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal(("INCIDENT_SET_ASIDE", "INCIDENT_SET_ASIDE"), (await RecommendAsync(held), (await HoldAsync(held)).Reason));

        var cancelled = (await desk.Incidents.CancelIncidentAsync(new() { Name = received.Name, Etag = received.Etag, Reason = "vergissing", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal(("INCIDENT_CANCELLED", $"Melding {received.Number} is geannuleerd en kan niet weer open. Maak een nieuwe melding als er toch iets te doen is."), await HoldAsync(cancelled));
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

    private static (StatusCode, string) Short(Failure failure) => (failure.Code, failure.Reason);
}
