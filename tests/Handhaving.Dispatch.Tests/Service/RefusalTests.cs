using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>Bad input on the main job's calls: a precise status and reason, a Dutch sentence, and nothing written.</summary>
public sealed class RefusalTests(DispatchRegion region)
{
    public static TheoryData<string, Action<ReportIncidentRequest>, StatusCode, string> BadReports => new()
    {
        { "empty", request => request.Incident = null, StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "no request id", request => request.RequestId = "", StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "odd request id", request => request.RequestId = "12", StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "priority 9", request => request.Incident.Priority = 9, StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "neither place nor text", request => (request.Incident.Location, request.Incident.Description) = (null, " "), StatusCode.InvalidArgument, "REPORT_EMPTY" },
        { "not a number", request => request.Incident.Location.Position.Latitude = double.NaN, StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "at 0 north, 0 east", request => request.Incident.Location.Position = new(), StatusCode.InvalidArgument, "LOCATION_OUTSIDE_REGION" },
        { "in France", request => request.Incident.Location.Position.Latitude = 47, StatusCode.InvalidArgument, "LOCATION_OUTSIDE_REGION" },
        { "in Heerlen, not known here", request => request.Incident.Location.Position = new() { Latitude = 50.888, Longitude = 5.981 }, StatusCode.InvalidArgument, "LOCATION_OUTSIDE_REGION" },
        { "in the municipality next door", request => request.Incident.Location.Position = Work.MarketOf("0888"), StatusCode.InvalidArgument, "LOCATION_IN_OTHER_MUNICIPALITY" },
        { "a phone of two lines", request => request.Reporter = new() { Phone = "\n" }, StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "a name with a bell", request => request.Reporter = new() { DisplayName = "A.\a Melder" }, StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "mail to nobody", request => request.Reporter = new() { Email = "melder.example.nl" }, StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "mail to two", request => request.Reporter = new() { Email = "a@example.nl,b@example.nl" }, StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "an answer to nobody", request => request.Reporter = new() { WantsAnswer = true, DisplayName = " " }, StatusCode.InvalidArgument, "REPORTER_CANNOT_BE_ANSWERED" },
        { "a place and why there is none", request => request.Incident.LocationUnknownReason = "melder belt terug", StatusCode.InvalidArgument, "LOCATION_KNOWN" },
        { "long text", request => request.Incident.Description = new string('x', 2001), StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "unknown type", request => request.Incident.Type = "no.such", StatusCode.InvalidArgument, "UNKNOWN_INCIDENT_TYPE" },
        { "unknown source", request => request.Incident.Source = (IncidentSource)99, StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "another's municipality", request => request.Parent = "municipalities/0882", StatusCode.NotFound, "NOT_FOUND" },
        { "no such municipality", request => request.Parent = "municipalities/9999", StatusCode.NotFound, "NOT_FOUND" },
        { "all municipalities", request => request.Parent = "municipalities/-", StatusCode.InvalidArgument, "INVALID_REQUEST" },
        { "not a name", request => request.Parent = "'; drop table incident; --", StatusCode.InvalidArgument, "INVALID_REQUEST" },
    };

    [Theory]
    [MemberData(nameof(BadReports))]
    public async Task A_bad_report_is_refused_and_leaves_nothing(string what, Action<ReportIncidentRequest> spoil, StatusCode code, string reason)
    {
        var person = new Person(region, "nobody-else", "centralist", ["0971"], []);
        var request = Work.Report("0971");
        spoil(request);

        var refused = await Failure.OfAsync(person.Incidents.ReportIncidentAsync(request, person.Call));

        Assert.True((code, reason) == (refused.Code, refused.Reason), $"{what}: {refused}");
        Assert.NotEmpty(refused.Dutch);
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from timeline where actor = 'nobody-else'"));
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_before_it_is_read()
    {
        var person = Person.Centralist(region);
        var request = Work.Report();
        request.Incident.Description = new string('x', 300_000);

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await person.Incidents.ReportIncidentAsync(request, person.Call));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    [Fact]
    public async Task A_unary_call_without_a_deadline_is_refused()
    {
        var person = Person.Centralist(region);

        var refused = await Failure.OfAsync(person.Incidents.GetIncidentAsync(new() { Name = "municipalities/0888/incidents/x" }, new CallOptions(person.Headers)));

        Assert.Equal((StatusCode.InvalidArgument, "DEADLINE_REQUIRED"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task An_expired_token_is_unauthenticated()
    {
        var person = Person.Centralist(region);
        var token = region.Issuer.Token("centralist-wm-01", ["centralist"], ["0888"], [], token => token.Expires = DateTime.UtcNow.AddMinutes(-2));
        var options = new CallOptions(new Metadata { { "authorization", "Bearer " + token } }, DateTime.UtcNow.AddSeconds(10));

        var refused = await Failure.OfAsync(person.Incidents.ReportIncidentAsync(Work.Report(), options));

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task An_issuer_is_the_same_without_its_closing_slash()
    {
        var token = region.Issuer.Token("centralist-wm-01", ["centralist"], ["0888"], [], token => token.Issuer = region.Issuer.Address.TrimEnd('/'));
        var options = new CallOptions(new Metadata { { "authorization", "Bearer " + token } }, DateTime.UtcNow.AddSeconds(10));

        var answer = await Person.Centralist(region).Incidents.ReportIncidentAsync(Work.Report(), options);

        Assert.Equal(V1.IncidentState.Pending, answer.Incident.State);
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused_and_the_refusal_is_written_down()
    {
        var person = new Person(region, "planner-1", "planner", ["0888"], []);

        var refused = await Failure.OfAsync(person.Incidents.ReportIncidentAsync(Work.Report(), person.Call));

        Assert.Equal((StatusCode.PermissionDenied, "PERMISSION_MISSING"), (refused.Code, refused.Reason));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0888' and line like '%\"action\":\"DENY\"%' and line like '%planner-1%'"));
    }

    [Fact]
    public async Task Who_acts_on_an_older_version_is_told_who_made_the_newer_one_and_how()
    {
        var (one, other) = (Person.Centralist(region), Person.Centralist(region));
        var seen = await one.ReportAsync("1883");
        await other.Incidents.ReprioritiseIncidentAsync(new() { Name = seen.Name, Etag = seen.Etag, Priority = 2, Reason = "meer mensen", RequestId = Work.NewRequest() }, other.Call);

        var told = await Failure.MetadataAsync(one.Incidents.CloseIncidentAsync(new() { Name = seen.Name, Etag = seen.Etag, RequestId = Work.NewRequest() }, one.Call));

        Assert.Equal((other.Subject, "IncidentReprioritised"), (told["winner"], told["winnerAct"]));
    }

    [Fact]
    public async Task An_unknown_unit_a_stale_etag_and_a_closed_incident_are_each_said_precisely()
    {
        var person = Person.Centralist(region);
        var unit = await person.OnDutyAsync("1883", 2);
        var incident = await person.ReportAsync("1883");

        var unknown = await Failure.OfAsync(person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = "municipalities/1883/units/none", Etag = incident.Etag, RequestId = Work.NewRequest() }, person.Call));
        var stale = await Failure.OfAsync(person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = "\"99\"", RequestId = Work.NewRequest() }, person.Call));
        var handled = (await person.Incidents.RecordDispositionAsync(new() { Name = incident.Name, Etag = incident.Etag, Disposition = "settled-by-phone", RequestId = Work.NewRequest() }, person.Call)).Incident;
        var closed = (await person.Incidents.CloseIncidentAsync(new() { Name = incident.Name, Etag = handled.Etag, RequestId = Work.NewRequest() }, person.Call)).Incident;
        var late = await Failure.OfAsync(person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = closed.Etag, RequestId = Work.NewRequest() }, person.Call));

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (unknown.Code, unknown.Reason));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (stale.Code, stale.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, "INCIDENT_NOT_OPEN"), (late.Code, late.Reason));
    }
}
