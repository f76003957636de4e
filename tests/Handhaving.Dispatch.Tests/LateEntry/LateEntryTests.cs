using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.LateEntry;

/// <summary>Steps that are told later, over the real door: both times are seen, by everybody who sees the step.</summary>
public sealed class LateEntryTests(DispatchRegion region)
{
    private readonly LateWork work = new(region, "0986");

    [Fact]
    public async Task Answer_history_fact_and_board_have_the_true_time_and_say_when_it_was_recorded()
    {
        var job = await work.OfferedAsync();
        await using var board = await BoardWatch.OpenAsync(work.Desk, "brunssum-landgraaf");

        var cleared = (await work.FinishAsync(job, acceptedAgo: 170, clearedAgo: 100)).Assignment;

        Assert.Equal((LateWork.Ago(170), null, LateWork.Ago(160), LateWork.Ago(100)), (cleared.AcceptTime, cleared.EnRouteTime, cleared.OnSceneTime, cleared.EndTime));
        Assert.True(cleared.EndReport.RecordTime > LateWork.Ago(1), $"{cleared.EndReport.RecordTime}");
        var lines = await work.TimelineAsync(job);
        Assert.Equal(
            [("AssignmentAccepted", cleared.AcceptTime, cleared.AcceptReport.RecordTime), ("AssignmentOnScene", cleared.OnSceneTime, cleared.OnSceneReport.RecordTime), ("AssignmentCleared", cleared.EndTime, cleared.EndReport.RecordTime), ("IncidentHandled", cleared.EndTime, cleared.EndReport.RecordTime)],
            lines.Skip(2).Select(line => (line.Kind, line.OccurredTime, line.RecordedTime)));
        var told = (string?)await region.OwnerAsync("select string_agg(body::jsonb->>'occurredAt', ' ' order by aggregate_sequence) from outbox where aggregate = $1 and type like '%Assignment%' and type not like '%Offered'", LateWork.IncidentOf(job));
        Assert.Equal([cleared.AcceptTime, cleared.OnSceneTime, cleared.EndTime], told?.Split(' ').Select(at => Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))));
        var shown = await board.FindAsync(delta => delta.Item?.Incident is { State: V1.IncidentState.Handled } incident && incident.Name == LateWork.IncidentOf(job) || delta.Removed == LateWork.IncidentOf(job));
        if (shown.Item?.Incident is { } seen) Assert.Equal(cleared, seen.Assignments.Single());
    }

    [Fact]
    public async Task A_step_told_at_once_has_both_times_too()
    {
        var job = await work.OfferedAsync();

        var accepted = (await work.Desk.Assignments.AcceptAssignmentAsync(LateWork.Accept(job), work.Desk.Call)).Assignment;

        Assert.True(accepted.AcceptTime > LateWork.Ago(1), $"{accepted.AcceptTime}");
        Assert.Equal(accepted.AcceptReport.RecordTime, (await work.TimelineAsync(job))[^1].RecordedTime);
    }

    [Fact]
    public async Task A_clock_that_runs_a_little_ahead_says_now_and_further_ahead_is_refused()
    {
        var job = await work.OfferedAsync();
        var ahead = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddSeconds(45));

        var accepted = (await work.Desk.Assignments.AcceptAssignmentAsync(LateWork.Accept(job, ahead), work.Desk.Call)).Assignment;
        var refused = await Failure.OfAsync(work.Desk.Assignments.ReportStatusAsync(LateWork.Report(job, V1.AssignmentState.EnRoute, LateWork.Ago(-3)), work.Desk.Call));

        Assert.True(accepted.AcceptTime < ahead, $"{accepted.AcceptTime}");
        Assert.Equal((StatusCode.InvalidArgument, "OCCUR_TIME_AHEAD"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_device_whose_clock_is_seconds_slow_accepts_the_offer_it_was_just_made()
    {
        var unit = await work.Desk.OwnUnitAsync(region, "0899");
        var job = (await work.Desk.AssignAsync(await work.Desk.ReportAsync("0899"), unit)).Assignment;
        var slow = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddSeconds(-20));

        var accepted = (await work.Desk.Assignments.AcceptAssignmentAsync(LateWork.Accept(job, slow), work.Desk.Call)).Assignment;

        Assert.Equal((unit, accepted.OfferTime), (accepted.Unit, accepted.AcceptTime));
    }

    [Fact]
    public async Task Every_answer_to_an_offer_is_refused_when_it_would_be_before_the_offer()
    {
        var (job, at, call, jobs) = (await work.OfferedAsync(), LateWork.Ago(200), work.Desk.Call, work.Desk.Assignments);

        var refusals = await Task.WhenAll(
            Failure.OfAsync(jobs.AcceptAssignmentAsync(LateWork.Accept(job, at), call)),
            Failure.OfAsync(jobs.DeclineAssignmentAsync(new() { Name = job.Name, Reason = "te ver", OccurTime = at, RequestId = Work.NewRequest() }, call)),
            Failure.OfAsync(jobs.WithdrawAssignmentAsync(new() { Name = job.Name, Reason = "niet nodig", OccurTime = at, RequestId = Work.NewRequest() }, call)));

        Assert.All(refusals, refused => Assert.Equal((StatusCode.FailedPrecondition, "OCCUR_TIME_BEFORE_OFFER"), (refused.Code, refused.Reason)));
    }

    [Fact]
    public async Task Every_later_step_is_refused_when_it_would_be_before_the_one_before_it()
    {
        var (job, at, call, jobs) = (await work.OfferedAsync(), LateWork.Ago(160), work.Desk.Call, work.Desk.Assignments);
        await jobs.AcceptAssignmentAsync(LateWork.Accept(job, LateWork.Ago(150)), call);

        var refusals = await Task.WhenAll(
            Failure.OfAsync(jobs.ReportStatusAsync(LateWork.Report(job, V1.AssignmentState.EnRoute, at), call)),
            Failure.OfAsync(jobs.ReportStatusAsync(LateWork.Report(job, V1.AssignmentState.OnScene, at), call)),
            Failure.OfAsync(jobs.ClearAssignmentAsync(LateWork.Clear(job, at), call)),
            Failure.OfAsync(jobs.FailAssignmentAsync(new() { Name = job.Name, Reason = "pech", OccurTime = at, RequestId = Work.NewRequest() }, call)),
            Failure.OfAsync(jobs.WithdrawAssignmentAsync(new() { Name = job.Name, Reason = "niet nodig", OccurTime = at, RequestId = Work.NewRequest() }, call)),
            work.Desk.RefusedAsync(new V1.ReportUnitStatusRequest(DutyWork.Status(job.Unit, "2")) { OccurTime = at }));

        Assert.All(refusals, refused => Assert.Equal((StatusCode.FailedPrecondition, "OCCUR_TIME_BEFORE_STEP"), (refused.Code, refused.Reason)));
        Assert.All(refusals, refused => Assert.Contains("aangenomen om ", refused.Dutch, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_offer_that_expired_is_not_revived_by_an_acceptance_of_before()
    {
        var job = await work.OfferedAsync();
        await region.OwnerAsync("update assignment set expires_at = now() - interval '1 second' where id = $1", Guid.Parse(job.Name.Split('/')[^1]));
        await region.SweepOffersAsync();

        var refused = await Failure.OfAsync(work.Desk.Assignments.AcceptAssignmentAsync(LateWork.Accept(job, LateWork.Ago(170)), work.Desk.Call));

        Assert.Equal((StatusCode.FailedPrecondition, "OFFER_EXPIRED"), (refused.Code, refused.Reason));
        Assert.StartsWith("Dit aanbod was al verlopen toen de acceptatie werd gemeld, ook al zei de eenheid om ", refused.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_by_code_may_be_of_before_when_it_is_about_a_job_and_only_then()
    {
        var job = await work.OfferedAsync();

        await work.Desk.StatusAsync(new V1.ReportUnitStatusRequest(DutyWork.Status(job.Unit, "2")) { OccurTime = LateWork.Ago(120) });
        var told = (await work.Desk.Incidents.GetIncidentAsync(new() { Name = LateWork.IncidentOf(job) }, work.Desk.Call)).Incident.Assignments.Single();
        var refused = await work.Desk.RefusedAsync(new V1.ReportUnitStatusRequest(DutyWork.Status(job.Unit, "6")) { OccurTime = LateWork.Ago(120) });

        Assert.Equal((LateWork.Ago(120), LateWork.Ago(120)), (told.AcceptTime, told.EnRouteTime));
        Assert.Equal((StatusCode.InvalidArgument, "OCCUR_TIME_NOT_HERE"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_remark_may_be_of_before_within_thirty_days()
    {
        var incident = LateWork.IncidentOf(await work.OfferedAsync());
        V1.AddNoteRequest Note(int minutesAgo) => new() { Name = incident, Text = "gehoord van de melder", OccurTime = LateWork.Ago(minutesAgo), RequestId = Work.NewRequest() };

        await work.Desk.Incidents.AddNoteAsync(Note(1440), work.Desk.Call);

        var line = (await work.Desk.Incidents.ListTimelineEntriesAsync(new() { Parent = incident }, work.Desk.Call)).Entries[^1];
        Assert.Equal(("NotePosted", LateWork.Ago(1440)), (line.Kind, line.OccurredTime));
        Assert.Equal("OCCUR_TIME_TOO_OLD", (await Failure.OfAsync(work.Desk.Incidents.AddNoteAsync(Note(31 * 1440), work.Desk.Call))).Reason);
        Assert.Equal("OCCUR_TIME_AHEAD", (await Failure.OfAsync(work.Desk.Incidents.AddNoteAsync(Note(-3), work.Desk.Call))).Reason);
    }
}
