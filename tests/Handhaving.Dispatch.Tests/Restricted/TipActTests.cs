using Google.Rpc;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Restricted;

/// <summary>Whoever may not read a tip does nothing to it either, and is answered as for an incident that never was.</summary>
public sealed class TipActTests(DispatchRegion region)
{
    private static readonly Google.Protobuf.WellKnownTypes.Timestamp Later = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(1));
    private readonly Tips tips = new(region);

    [Fact]
    public async Task Every_act_of_a_desk_without_the_right_finds_nothing_writes_nothing_and_is_written_down()
    {
        var job = await tips.AcceptedAsync();
        var (tip, unit) = (Tips.IncidentOf(job), await tips.Desk.OwnUnitAsync(region, Tips.Municipality));
        var before = await StateAsync(tip);

        var hidden = await ActAsync(tips.Partner, tip, job.Name, unit);
        var never = Tips.Unknown;
        var unknown = await ActAsync(tips.Partner, never, $"{never}/assignments/{Guid.CreateVersion7()}", unit);

        Assert.Equal(unknown, hidden);
        Assert.All(hidden, failure => Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (failure.Code, failure.Reason)));
        Assert.Equal(before, await StateAsync(tip));
        Assert.Equal(hidden.Count, await tips.DenialsAsync(tips.Partner));
        Assert.Equal(V1.UnitAvailability.Available, (await tips.Desk.UnitAsync(unit)).Availability);
    }

    [Fact]
    public async Task An_officer_who_is_not_on_it_reports_and_remarks_nothing()
    {
        var job = await tips.OfferedAsync();
        var officer = tips.Officer;
        var before = await StateAsync(Tips.IncidentOf(job));

        Failure[] failures =
        [
            await Failure.OfAsync(officer.Incidents.AddNoteAsync(new() { Name = Tips.IncidentOf(job), Text = "wat is hier?", RequestId = Work.NewRequest() }, officer.Call)),
            await Failure.OfAsync(officer.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, officer.Call)),
            await Failure.OfAsync(officer.Assignments.DeclineAssignmentAsync(new() { Name = job.Name, Reason = "nee", RequestId = Work.NewRequest() }, officer.Call)),
            await Failure.OfAsync(officer.Assignments.ClearAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, officer.Call)),
        ];

        Assert.All(failures, failure => Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (failure.Code, failure.Reason)));
        Assert.Equal(before, await StateAsync(Tips.IncidentOf(job)));
        Assert.Equal([Tips.IncidentOf(job), job.Name, job.Name, job.Name], await tips.DeniedAsync(officer));
    }

    [Fact]
    public async Task An_answer_given_before_is_not_given_to_who_may_not_read_it()
    {
        var tip = await tips.ReportAsync();
        var note = new V1.AddNoteRequest { Name = tip.Name, Text = "nagegaan", RequestId = Work.NewRequest() };
        await tips.Desk.Incidents.AddNoteAsync(note, tips.Desk.Call);

        var officer = tips.Officer;
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(officer.Incidents.AddNoteAsync(note, officer.Call))).Code);
        Assert.Equal(tip.Name, (await tips.Desk.Incidents.AddNoteAsync(note, tips.Desk.Call)).Incident.Name);
    }

    [Fact]
    public async Task Who_may_not_read_tips_passes_none_on()
    {
        var refused = await Failure.OfAsync(tips.Officer.Incidents.ReportIncidentAsync(Tips.Tip(), tips.Officer.Call));

        Assert.Equal((StatusCode.PermissionDenied, "PERMISSION_MISSING"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_unit_on_it_is_not_had_for_another_incident_and_with_what_it_is_busy_is_not_told()
    {
        var job = await tips.AcceptedAsync();
        var partner = tips.Partner;
        var request = Work.Report(Tips.Municipality);
        request.Incident.Priority = 1;
        var urgent = (await partner.Incidents.ReportIncidentAsync(request, partner.Call)).Incident;

        var recommended = await partner.Incidents.RecommendUnitsAsync(new() { Name = urgent.Name, Limit = 50 }, partner.Call);
        var taken = await Assert.ThrowsAsync<RpcException>(async () => await partner.Assignments.AssignUnitAsync(new() { Parent = urgent.Name, Unit = job.Unit, Etag = urgent.Etag, RequestId = Work.NewRequest() }, partner.Call));
        var preempted = await Failure.OfAsync(partner.Assignments.PreemptAssignmentAsync(new() { Parent = urgent.Name, Etag = urgent.Etag, Assignment = job.Name, Reason = "spoed", RequestId = Work.NewRequest() }, partner.Call));

        Assert.DoesNotContain(job.Unit, recommended.Picks.Select(pick => pick.Unit));
        Assert.DoesNotContain(Tips.IncidentOf(job), recommended.ToString(), StringComparison.Ordinal);
        var callSign = job.Unit.Split('/')[^1];
        Assert.Equal(("UNIT_ALREADY_ASSIGNED", $"Eenheid {callSign} is al toegewezen aan een melding die u niet kunt inzien. Kies een andere eenheid."), (Failure.Of(taken).Reason, Failure.Of(taken).Dutch));
        Assert.Equal($"Unit {callSign} was assigned to an incident that you may not read.", taken.Status.Detail);
        Assert.Equal(["callSign", "unit"], taken.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Metadata.Keys.Order());
        Assert.Equal("NOT_FOUND", preempted.Reason);
        Assert.Equal([job.Name], await tips.DeniedAsync(partner));
        Assert.Equal(V1.AssignmentState.Accepted, Assert.Single((await tips.Desk.Incidents.GetIncidentAsync(new() { Name = Tips.IncidentOf(job) }, tips.Desk.Call)).Incident.Assignments).State);
    }

    [Fact]
    public async Task Of_the_incident_that_lost_its_unit_to_it_the_history_does_not_name_it()
    {
        var unit = await tips.Desk.OwnUnitAsync(region, Tips.Municipality);
        var offer = await tips.Desk.AssignAsync(await tips.Desk.ReportAsync(Tips.Municipality), unit);
        await tips.Desk.Assignments.AcceptAssignmentAsync(new() { Name = offer.Assignment.Name, RequestId = Work.NewRequest() }, tips.Desk.Call);
        var request = Tips.Tip();
        request.Incident.Priority = 1;
        var tip = (await tips.Desk.Incidents.ReportIncidentAsync(request, tips.Desk.Call)).Incident;

        await tips.Supervisor.Assignments.PreemptAssignmentAsync(new() { Parent = tip.Name, Etag = tip.Etag, Assignment = offer.Assignment.Name, Reason = "spoed", RequestId = Work.NewRequest() }, tips.Supervisor.Call);

        var history = await tips.Partner.Incidents.ListTimelineEntriesAsync(new() { Parent = offer.Incident.Name }, tips.Partner.Call);
        Assert.Contains("AssignmentPreempted", history.Entries.Select(entry => entry.Kind));
        Assert.DoesNotContain(tip.Name, history.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stays_a_tip_whatever_a_desk_does_with_it()
    {
        var desk = tips.Desk;
        var tip = await tips.ReportAsync();

        var classified = (await desk.Incidents.ClassifyIncidentAsync(new() { Name = tip.Name, Etag = tip.Etag, Type = "noise.venue", Priority = 2, RequestId = Work.NewRequest() }, desk.Call)).Incident;
        var handled = (await desk.Incidents.RecordDispositionAsync(new() { Name = tip.Name, Etag = classified.Etag, Disposition = "warning", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        var reopened = (await desk.Incidents.ReopenIncidentAsync(new() { Name = tip.Name, Etag = handled.Etag, Reason = "toch niet", Type = "parking.nuisance", RequestId = Work.NewRequest() }, desk.Call)).Incident;

        Assert.Equal(V1.IncidentSource.AnonymousTip, reopened.Source);
        Assert.Equal(true, await region.OwnerAsync("select restricted from incident where id = $1", Guid.Parse(tip.Name.Split('/')[^1])));
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(tips.Officer.Incidents.GetIncidentAsync(new() { Name = tip.Name }, tips.Officer.Call))).Code);
        Assert.Empty(reopened.Assignments); // and nobody was sent to it but by a person
    }

    private static async Task<IReadOnlyList<Failure>> ActAsync(Person who, string name, string job, string unit)
    {
        var (incidents, assignments, etag, call) = (who.Incidents, who.Assignments, "\"1\"", who.Call);
        List<Failure> failures =
        [
            await Failure.OfAsync(incidents.ClassifyIncidentAsync(new() { Name = name, Etag = etag, Type = "noise.venue", Priority = 2, RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.ReprioritiseIncidentAsync(new() { Name = name, Etag = etag, Priority = 1, Reason = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.MoveIncidentAsync(new() { Name = name, Etag = etag, Location = new() { Position = Work.MarketOf(Tips.Municipality) }, Reason = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.AddNoteAsync(new() { Name = name, Text = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.HoldIncidentAsync(new() { Name = name, Etag = etag, Kind = V1.HoldKind.Review, UntilTime = Later, Reason = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.ReleaseIncidentAsync(new() { Name = name, Etag = etag, RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.AskReporterAsync(new() { Name = name, Etag = etag, Question = "x", UntilTime = Later, RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.RecordReporterAnswerAsync(new() { Name = name, Etag = etag, Answer = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.RecordDispositionAsync(new() { Name = name, Etag = etag, Disposition = "warning", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.CloseIncidentAsync(new() { Name = name, Etag = etag, RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.CancelIncidentAsync(new() { Name = name, Etag = etag, Reason = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.ReopenIncidentAsync(new() { Name = name, Etag = etag, Reason = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(incidents.RecommendUnitsAsync(new() { Name = name }, call)),
            await Failure.OfAsync(assignments.AssignUnitAsync(new() { Parent = name, Unit = unit, Etag = etag, RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(assignments.AcceptAssignmentAsync(new() { Name = job, RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(assignments.DeclineAssignmentAsync(new() { Name = job, Reason = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(assignments.ReportStatusAsync(new() { Name = job, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(assignments.ClearAssignmentAsync(new() { Name = job, Disposition = "warning", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(assignments.WithdrawAssignmentAsync(new() { Name = job, Reason = "x", RequestId = Work.NewRequest() }, call)),
            await Failure.OfAsync(assignments.FailAssignmentAsync(new() { Name = job, Reason = "x", RequestId = Work.NewRequest() }, call)),
        ];
        return [.. failures.Select(failure => failure with { Dutch = failure.Dutch.Replace(job, "", StringComparison.Ordinal).Replace(name, "", StringComparison.Ordinal) })];
    }

    private async Task<string> StateAsync(string incident) => (string)(await region.OwnerAsync(
        "select i.version || ' ' || (select count(*) from timeline where incident = i.id) || ' ' || (select count(*) from recommendation where incident = i.id) || ' ' || (select string_agg(state::text, ',') from assignment where incident = i.id) from incident i where i.id = $1",
        Guid.Parse(incident.Split('/')[^1])) ?? "");
}
