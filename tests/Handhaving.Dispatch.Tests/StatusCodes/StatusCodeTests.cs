using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.StatusCodes;

/// <summary>A unit works by codes, as on a radio; each touches one assignment at most.</summary>
public sealed class StatusCodeTests(DispatchRegion region)
{
    [Theory]
    [InlineData("7", "spraak met spoed")]
    [InlineData("8", "eigen incidentmelding")]
    public async Task A_unit_that_waits_for_an_urgent_answer_is_not_signed_off_until_it_has_it(string code, string asked)
    {
        var person = Person.Centralist(region);
        var unit = await person.OwnUnitAsync(region, "0888");
        await person.StatusAsync(DutyWork.Status(unit, code));

        var refused = await Failure.OfAsync(person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call));
        var byCode = await person.RefusedAsync(DutyWork.Status(unit, "10"));

        Assert.Equal((StatusCode.FailedPrecondition, "DESK_CALL_UNANSWERED", "DESK_CALL_UNANSWERED"), (refused.Code, refused.Reason, byCode.Reason));
        Assert.Contains($"({asked}, ", refused.Dutch, StringComparison.Ordinal);
        Assert.Single((await person.UnitAsync(unit)).Calls);
        await person.Units.AnswerSpeechRequestAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call);
        Assert.Equal(V1.UnitAvailability.OffDuty, (await person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call)).Unit.Availability);
    }

    [Fact]
    public async Task A_whole_job_goes_by_codes_of_the_crew_and_never_touches_another_unit_or_job()
    {
        var person = Person.FromLandgraaf(region);
        var member = DutyWork.Boa(region, "1954", 1, replica: 1);
        var unit = await person.SignOnAsync(DutyWork.SignOn("1954", 1));
        var other = await person.SignOnAsync(DutyWork.SignOn("1954", 2));
        var elsewhere = await person.AssignAsync(await person.ReportAsync("1954"), other);
        var nothing = await member.RefusedAsync(DutyWork.Status(unit, "3"));
        var offer = await person.AssignAsync(await person.ReportAsync("1954"), unit);

        var underWay = DutyWork.Status(unit, "2");
        var first = await member.StatusAsync(underWay);
        var repeated = await member.StatusAsync(underWay);
        var notNext = await member.RefusedAsync(DutyWork.Status(unit, "1"));
        var wrongJob = await member.RefusedAsync(DutyWork.Status(unit, "3", assignment: elsewhere.Assignment.Name));
        var notYours = await member.RefusedAsync(DutyWork.Status(other, "3"));
        await member.StatusAsync(DutyWork.Status(unit, "3", assignment: offer.Assignment.Name));
        await member.StatusAsync(DutyWork.Status(unit, "5", text: "een persoon mee"));
        var notTaken = await member.RefusedAsync(DutyWork.Status(unit, "3", disposition: "warning"));
        var noSuch = await member.RefusedAsync(DutyWork.Status(unit, "4", disposition: "no-such"));
        var done = await member.StatusAsync(DutyWork.Status(unit, "4", disposition: "warning"));
        var reused = await member.RefusedAsync(new V1.ReportUnitStatusRequest(underWay) { Code = "9" });

        Assert.Equal((StatusCode.FailedPrecondition, "NO_CURRENT_ASSIGNMENT"), (nothing.Code, nothing.Reason));
        Assert.Equal((V1.UnitAvailability.Committed, offer.Assignment.Name), (first.Availability, first.Assignment));
        Assert.Equal(first, repeated);
        Assert.Equal((StatusCode.FailedPrecondition, "STATUS_CODE_NOT_ALLOWED_NEXT"), (notNext.Code, notNext.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, "ASSIGNMENT_OF_OTHER_UNIT"), (wrongJob.Code, wrongJob.Reason));
        Assert.Equal((StatusCode.PermissionDenied, "NOT_YOUR_UNIT"), (notYours.Code, notYours.Reason));
        Assert.Equal((StatusCode.InvalidArgument, "STATUS_FIELD_NOT_TAKEN"), (notTaken.Code, notTaken.Reason));
        Assert.Equal((StatusCode.InvalidArgument, "UNKNOWN_DISPOSITION"), (noSuch.Code, noSuch.Reason));
        Assert.Contains("waarschuwing (warning)", noSuch.Dutch, StringComparison.Ordinal);
        var history = (await person.Incidents.ListTimelineEntriesAsync(new() { Parent = offer.Incident.Name }, person.Call)).Entries;
        Assert.Equal("een persoon mee", Assert.Single(history, entry => entry.Kind == "AssignmentTransporting").Text);
        Assert.Equal((V1.UnitAvailability.Available, ""), (done.Availability, done.Assignment));
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (reused.Code, reused.Reason));
        Assert.Equal(
            ["IncidentReceived", "AssignmentOffered", "AssignmentAccepted", "AssignmentEnRoute", "AssignmentOnScene", "AssignmentTransporting", "AssignmentCleared", "IncidentHandled"],
            (await person.Incidents.ListTimelineEntriesAsync(new() { Parent = offer.Incident.Name }, person.Call)).Entries.Select(entry => entry.Kind));
        Assert.Equal(V1.UnitAvailability.Reserved, (await person.UnitAsync(other)).Availability);
    }

    [Fact]
    public async Task The_outcomes_that_can_be_recorded_are_listed_with_their_names_on_each_page_of_kinds()
    {
        var person = Person.FromLandgraaf(region);

        var first = await person.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/1954", PageSize = 1 }, person.Call);
        var second = await person.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/1954", PageSize = 1, PageToken = first.NextPageToken }, person.Call);

        Assert.Contains(new V1.Disposition { Code = "warning", DisplayName = "waarschuwing" }, first.Dispositions);
        Assert.Equal(first.Dispositions, second.Dispositions);
    }

    [Fact]
    public async Task A_speech_request_stands_on_every_board_until_the_desk_answers()
    {
        var person = Person.FromLandgraaf(region);
        var unit = await person.SignOnAsync(DutyWork.SignOn("1954", 3));
        var member = DutyWork.Boa(region, "1954", 5);
        using var screen = new Person(region, region.Replica(1), "centralist-bl-01", "centralist", ["1954"], ["brunssum-landgraaf"]).WatchTeam("brunssum-landgraaf");
        await screen.UntilAsync(message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd);

        await member.StatusAsync(DutyWork.Status(unit, "6"));
        await member.StatusAsync(DutyWork.Status(unit, "8", text: "ruit ingegooid"));
        var again = await member.RefusedAsync(DutyWork.Status(unit, "6"));
        var shown = await screen.UntilAsync(message => message.Delta?.Item?.Unit is { Calls.Count: 2 } one && one.Name == unit);
        var notDesk = await Failure.OfAsync(member.Units.AnswerSpeechRequestAsync(new() { Name = unit, RequestId = Work.NewRequest() }, member.Call));
        var answered = (await person.Units.AnswerSpeechRequestAsync(new() { Name = unit, UntilTime = shown.Delta.Item.Unit.Calls[^1].CallTime, RequestId = Work.NewRequest() }, person.Call)).Unit;
        var twice = await Failure.OfAsync(person.Units.AnswerSpeechRequestAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call));
        await screen.UntilAsync(message => message.Delta?.Item?.Unit is { Calls.Count: 0 } one && one.Name == unit);

        Assert.Equal([(V1.DeskCallKind.Speech, ""), (V1.DeskCallKind.IncidentReport, "ruit ingegooid")], shown.Delta.Item.Unit.Calls.Select(call => (call.Kind, call.Note)));
        Assert.Contains("unit.calls", shown.Delta.UpdateMask.Paths);
        Assert.DoesNotContain("unit.last_fix", shown.Delta.UpdateMask.Paths);
        Assert.Equal((StatusCode.FailedPrecondition, "DESK_CALL_OPEN"), (again.Code, again.Reason));
        Assert.Equal((StatusCode.PermissionDenied, "PERMISSION_MISSING"), (notDesk.Code, notDesk.Reason));
        Assert.Empty(answered.Calls);
        Assert.Equal((StatusCode.FailedPrecondition, "NO_DESK_CALL"), (twice.Code, twice.Reason));
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from outbox where body like '%ruit%'"));

        await member.StatusAsync(DutyWork.Status(unit, "9"));
        Assert.Equal((V1.UnitAvailability.OutOfService, "Tijdelijk niet beschikbaar"), ((await person.UnitAsync(unit)).Availability, (await person.UnitAsync(unit)).ActivityReason));
        var off = DutyWork.Status(unit, "10");
        await member.StatusAsync(off);
        Assert.Equal(V1.UnitAvailability.OffDuty, (await person.StatusAsync(off)).Availability);
        var gone = await person.RefusedAsync(DutyWork.Status(unit, "1"));
        Assert.Equal((StatusCode.FailedPrecondition, "UNIT_NOT_ON_DUTY"), (gone.Code, gone.Reason));
    }

    [Theory]
    [InlineData("7", "")]
    [InlineData("8", "man met een mes")]
    public async Task An_answer_leaves_what_was_asked_after_the_desk_looked(string code, string text)
    {
        var person = Person.Centralist(region);
        var unit = await person.OwnUnitAsync(region, "0888");
        var seen = (await person.StatusAsync(DutyWork.Status(unit, "6"))).Calls[^1].CallTime;
        await person.StatusAsync(DutyWork.Status(unit, code, text: text));
        V1.AnswerSpeechRequestRequest answer = new() { Name = unit, UntilTime = seen, RequestId = Work.NewRequest() };

        var left = Assert.Single((await person.Units.AnswerSpeechRequestAsync(answer, person.Call)).Unit.Calls);
        var old = await Failure.OfAsync(person.Units.AnswerSpeechRequestAsync(new(answer) { RequestId = Work.NewRequest() }, person.Call));
        var off = await Failure.OfAsync(person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call));

        Assert.Equal(text, left.Note);
        Assert.Equal(("NO_DESK_CALL", "DESK_CALL_UNANSWERED"), (old.Reason, off.Reason));
        Assert.Empty((await person.Units.AnswerSpeechRequestAsync(new() { Name = unit, UntilTime = left.CallTime, RequestId = Work.NewRequest() }, person.Call)).Unit.Calls);
    }

    [Fact]
    public async Task A_municipality_decides_its_codes_and_a_wrong_list_is_refused_by_what_is_wrong()
    {
        const string Codes = """
            [{"code":"G","label":"Groen","meaning":"Available"},{"code":"W","label":"Weg","meaning":"UnderWay"},{"code":"P","label":"Plek","meaning":"OnScene"},
             {"code":"K","label":"Klaar","meaning":"JobDone"},{"code":"S","label":"Schaft","meaning":"Break","reportableByUnit":false,"warnSeconds":1800}]
            """;
        var admin = new Person(region, "admin-0899", "functional-admin", ["0899"], []);
        var person = Person.FromLandgraaf(region);
        var member = DutyWork.Boa(region, "0899", 3);
        var unit = await person.SignOnAsync(DutyWork.SignOn("0899", 2));

        var wrong = await Failure.OfAsync(admin.Settings.ChangeSettingAsync(
            new() { Setting = new() { Name = "municipalities/0899/settings/dispatch.status-codes", Value = Codes.Replace("\"Plek\"", "\"\"", StringComparison.Ordinal), ChangeReason = "proef", Etag = "\"0\"" }, RequestId = Work.NewRequest() }, admin.Call));
        await admin.DecideAsync("municipalities/0899", "dispatch.status-codes", Codes);
        var listed = (await member.Units.ListStatusCodesAsync(new() { Parent = "municipalities/0899", PageSize = 3 }, member.Call));
        var rest = (await member.Units.ListStatusCodesAsync(new() { Parent = "municipalities/0899", PageSize = 3, PageToken = listed.NextPageToken }, member.Call));
        var teams = (await person.Units.ListStatusCodesAsync(new() { Parent = "teams/brunssum-landgraaf" }, person.Call)).StatusCodes;
        Failure? denied = null;
        await Work.EventuallyAsync(async () => (denied = await member.RefusedAsync(DutyWork.Status(unit, "S"))).Reason is not "UNKNOWN_STATUS_CODE");
        var unknown = await member.RefusedAsync(DutyWork.Status(unit, "9"));
        var pause = await person.StatusAsync(DutyWork.Status(unit, "S"));

        Assert.Equal("INVALID_SETTING_VALUE", wrong.Reason);
        Assert.Contains("Code P moet een label hebben", wrong.Dutch, StringComparison.Ordinal);
        Assert.Equal(["G", "W", "P", "K", "S"], listed.StatusCodes.Concat(rest.StatusCodes).Select(code => code.Code));
        Assert.Equal(("", 1800, false), (rest.NextPageToken, rest.StatusCodes[^1].WarnSeconds, rest.StatusCodes[^1].ReportableByUnit));
        Assert.Equal(10, teams.Count);
        Assert.Equal((StatusCode.PermissionDenied, "STATUS_CODE_NOT_REPORTABLE"), (denied?.Code, denied?.Reason));
        Assert.Equal((StatusCode.InvalidArgument, "UNKNOWN_STATUS_CODE"), (unknown.Code, unknown.Reason));
        Assert.Contains("G, W, P, K, S", unknown.Dutch, StringComparison.Ordinal);
        Assert.Equal(V1.UnitAvailability.Break, pause.Availability);
    }
}
