using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.LateEntry;

/// <summary>Whether the crew reported a step or a desk did by radio is kept as such, not guessed from who did it (dispatch 3.2).</summary>
public sealed class ByRadioTests(DispatchRegion region)
{
    private const string Facts = "select string_agg(coalesce(body::jsonb->>'reportedBy', '-'), ' ' order by aggregate_sequence) from outbox where aggregate = $1 and type not like '%Incident%'";
    private readonly LateWork work = new(region, "0965");

    [Fact]
    public async Task Crew_and_desk_are_told_apart_in_assignment_history_facts_and_on_the_board()
    {
        var job = await work.OfferedAsync();
        var crew = work.CrewOf(job);
        await using var board = await BoardWatch.OpenAsync(work.Desk, "brunssum-landgraaf");

        await work.Desk.Assignments.AcceptAssignmentAsync(LateWork.Accept(job), work.Desk.Call);
        await crew.Assignments.ReportStatusAsync(LateWork.Report(job, V1.AssignmentState.EnRoute), crew.Call);
        var onScene = (await work.Desk.Assignments.ReportStatusAsync(LateWork.Report(job, V1.AssignmentState.OnScene), work.Desk.Call)).Assignment;
        var shown = await board.FindAsync(delta => delta.Item?.Incident is { State: V1.IncidentState.OnScene } incident && incident.Name == LateWork.IncidentOf(job));
        var cleared = (await crew.Assignments.ClearAssignmentAsync(LateWork.Clear(job), crew.Call)).Assignment;

        Assert.Equal(onScene, shown.Item.Incident.Assignments.Single());
        Assert.Equal(
            (V1.ReportedBy.Desk, V1.ReportedBy.Unit, V1.ReportedBy.Desk, V1.ReportedBy.Unit),
            (cleared.AcceptReport.ReportedBy, cleared.EnRouteReport.ReportedBy, cleared.OnSceneReport.ReportedBy, cleared.EndReport.ReportedBy));
        Assert.Equal(
            [V1.ReportedBy.Unspecified, V1.ReportedBy.Unspecified, V1.ReportedBy.Desk, V1.ReportedBy.Unit, V1.ReportedBy.Desk, V1.ReportedBy.Unit, V1.ReportedBy.Unspecified],
            (await work.TimelineAsync(job)).Select(line => line.ReportedBy));
        Assert.Equal("- Desk Unit Desk Unit", await region.OwnerAsync(Facts, LateWork.IncidentOf(job)));
    }

    [Fact]
    public async Task A_code_of_the_desk_is_by_radio_and_one_of_the_crew_is_not()
    {
        var job = await work.OfferedAsync();

        await work.Desk.StatusAsync(DutyWork.Status(job.Unit, "2"));
        await work.CrewOf(job).StatusAsync(DutyWork.Status(job.Unit, "3"));

        var told = (await work.Desk.Incidents.GetIncidentAsync(new() { Name = LateWork.IncidentOf(job) }, work.Desk.Call)).Incident.Assignments.Single();
        Assert.Equal((V1.ReportedBy.Desk, V1.ReportedBy.Desk, V1.ReportedBy.Unit), (told.AcceptReport.ReportedBy, told.EnRouteReport.ReportedBy, told.OnSceneReport.ReportedBy));
    }

    [Fact]
    public async Task Who_is_in_the_crew_speaks_for_it_with_the_rights_of_a_desk_too()
    {
        var job = await work.OfferedAsync();
        var both = new Person(region, $"{job.Unit.Split('/')[^1]}-2", "supervisor", ["0965"], ["brunssum-landgraaf"]);

        var accepted = (await both.Assignments.AcceptAssignmentAsync(LateWork.Accept(job), both.Call)).Assignment;

        Assert.Equal(V1.ReportedBy.Unit, accepted.AcceptReport.ReportedBy);
    }

    [Fact]
    public async Task C37_the_crew_of_a_lent_unit_reports_for_itself_and_the_borrowers_desk_by_radio()
    {
        var two = new Neighbours(region);
        var (job, _) = await two.LendAsync();
        var crew = two.CrewOf(job.Unit);

        await crew.Assignments.AcceptAssignmentAsync(LateWork.Accept(job), crew.Call);
        var onScene = (await two.Borrower.Assignments.ReportStatusAsync(LateWork.Report(job, V1.AssignmentState.OnScene), two.Borrower.Call)).Assignment;

        Assert.Equal((V1.ReportedBy.Unit, V1.ReportedBy.Desk), (onScene.AcceptReport.ReportedBy, onScene.OnSceneReport.ReportedBy));
    }

    [Fact]
    public async Task What_is_no_step_of_a_unit_is_reported_by_nobody()
    {
        var job = await work.OfferedAsync();

        var withdrawn = (await work.Desk.Assignments.WithdrawAssignmentAsync(new() { Name = job.Name, Reason = "niet nodig", RequestId = Work.NewRequest() }, work.Desk.Call)).Assignment;

        Assert.Equal(V1.ReportedBy.Unspecified, withdrawn.EndReport.ReportedBy);
        Assert.NotNull(withdrawn.EndReport.RecordTime);
    }

    [Fact]
    public async Task Lines_of_the_last_release_are_read_without_the_mark()
    {
        var job = await work.OfferedAsync();
        await work.Desk.Assignments.AcceptAssignmentAsync(LateWork.Accept(job), work.Desk.Call);
        var id = Guid.Parse(LateWork.IncidentOf(job).Split('/')[^1]);
        await region.OwnerAsync("update timeline set reported_by = null where incident = $1", id);
        await region.OwnerAsync("update incident set body = body #- '{assignments,0,acceptReport}' where id = $1", id);

        var arrived = (await work.Desk.Assignments.ReportStatusAsync(LateWork.Report(job, V1.AssignmentState.OnScene), work.Desk.Call)).Assignment;

        Assert.Equal((null, V1.ReportedBy.Desk), (arrived.AcceptReport, arrived.OnSceneReport.ReportedBy));
        Assert.Equal([V1.ReportedBy.Unspecified, V1.ReportedBy.Desk], (await work.TimelineAsync(job)).Skip(2).Select(line => line.ReportedBy));
    }
}
