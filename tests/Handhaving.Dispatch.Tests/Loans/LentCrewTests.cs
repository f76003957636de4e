using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Tests.Tasks;

namespace Handhaving.Dispatch.Tests.Loans;

/// <summary>The crew of a lent unit does its job in a municipality that shares nothing with its own, and sees that job alone (C-37).</summary>
public sealed class LentCrewTests(DispatchRegion region)
{
    private readonly Neighbours two = new(region);

    [Theory]
    [InlineData("0882")]
    [InlineData("brunssum-landgraaf")]
    public async Task C37_the_crew_reads_its_job_and_reports_it_to_the_end(string owner)
    {
        var (job, _) = await two.LendAsync(owner);
        var (crew, name) = (two.CrewOf(job.Unit), Crew.IncidentOf(job));

        var seen = (await crew.Incidents.GetIncidentAsync(new() { Name = name }, crew.Call)).Incident;
        Assert.Equal((1, "parking.nuisance", "hond"), (seen.Priority, seen.Type, seen.Cautions.Single()));
        Assert.NotNull(seen.Location);
        await crew.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, crew.Call);
        await crew.Incidents.AddNoteAsync(new() { Name = name, Text = "ter plaatse over 10 minuten", RequestId = Work.NewRequest() }, crew.Call);
        Assert.Contains("ter plaatse over 10 minuten", (await crew.Incidents.ListTimelineEntriesAsync(new() { Parent = name }, crew.Call)).Entries.Select(entry => entry.Text));
        var clear = new V1.ClearAssignmentRequest { Name = job.Name, Disposition = "warning", RequestId = Work.NewRequest() };
        await crew.Assignments.ReportStatusAsync(new() { Name = job.Name, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() }, crew.Call);
        var cleared = await crew.Assignments.ClearAssignmentAsync(clear, crew.Call);

        Assert.Equal((V1.AssignmentState.Cleared, V1.IncidentState.Handled), (cleared.Assignment.State, cleared.Incident.State));
        Assert.Equal(cleared, await crew.Assignments.ClearAssignmentAsync(clear, crew.Call)); // sent twice, answered twice
        Assert.Equal(V1.LoanState.Ended, (await two.LoanOfAsync(job)).State);
        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await crew.WhyNotAsync(name)); // the job is over
    }

    [Fact]
    public async Task C37_the_crew_reports_by_the_codes_of_its_own_employer()
    {
        var (job, _) = await two.LendAsync();
        var crew = two.CrewOf(job.Unit);

        await crew.StatusAsync(DutyWork.Status(job.Unit, "2"));
        await crew.StatusAsync(DutyWork.Status(job.Unit, "3", job.Name));
        var free = await crew.StatusAsync(DutyWork.Status(job.Unit, "4", disposition: "warning"));

        Assert.Equal((V1.UnitAvailability.Available, ""), (free.Availability, free.Assignment));
        Assert.Equal(V1.IncidentState.Handled, (await two.Borrower.Incidents.GetIncidentAsync(new() { Name = Crew.IncidentOf(job) }, two.Borrower.Call)).Incident.State);
    }

    [Fact]
    public async Task C37_the_desk_is_told_when_a_lent_unit_works_on_what_is_urgent_no_longer()
    {
        var (job, _) = await two.LendAsync();
        var incident = (await two.Borrower.Incidents.GetIncidentAsync(new() { Name = Crew.IncidentOf(job) }, two.Borrower.Call)).Incident;
        V1.ReprioritiseIncidentRequest To(int priority) => new() { Name = incident.Name, Etag = incident.Etag, Priority = priority, Reason = "viel mee", RequestId = Work.NewRequest() };

        var urgent = await two.Borrower.Incidents.ReprioritiseIncidentAsync(To(2), two.Borrower.Call);
        incident = urgent.Incident;
        var calm = To(5);
        var settled = await two.Borrower.Incidents.ReprioritiseIncidentAsync(calm, two.Borrower.Call);

        Assert.Empty(urgent.Consequences);
        Assert.Contains("geleend voor spoed", Assert.Single(settled.Consequences), StringComparison.Ordinal);
        Assert.Equal(settled, await two.Borrower.Incidents.ReprioritiseIncidentAsync(calm, two.Borrower.Call));
    }

    [Fact]
    public async Task C37_the_desk_of_its_owner_is_told_who_reports_for_a_lent_unit()
    {
        var (job, _) = await two.LendAsync();

        var refused = await two.Lender.RefusedAsync(DutyWork.Status(job.Unit, "2"));

        Assert.Equal("NOT_YOUR_UNIT", refused.Reason);
        Assert.Contains("uitgeleend", refused.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C37_a_decline_ends_the_loan_and_the_unit_goes_on_with_what_it_did()
    {
        var unit = await two.UnitAsync();
        await two.Lender.ActivityAsync(unit, V1.UnitActivity.Patrolling);
        var (offer, crew) = (await two.BorrowAsync(await two.ReportAsync(), unit), two.CrewOf(unit));
        await using var board = await BoardWatch.OpenAsync(two.Lender, "brunssum-landgraaf");

        await crew.Assignments.DeclineAssignmentAsync(new() { Name = offer.Assignment.Name, Reason = "te ver", RequestId = Work.NewRequest() }, crew.Call);

        var shown = await board.FindAsync(delta => delta.Item?.Unit?.Name == unit);
        Assert.Equal((V1.UnitAvailability.Patrolling, ""), (shown.Item.Unit.Availability, shown.Item.Unit.Assignment));
        Assert.Equal(V1.LoanState.Ended, (await two.LoanOfAsync(offer.Assignment)).State);
    }

    [Fact]
    public async Task C37_the_crew_sees_no_other_incident_there_and_no_other_crew_sees_this_one()
    {
        var (job, _) = await two.LendAsync();
        var (crew, colleague, other) = (two.CrewOf(job.Unit), two.CrewOf(await two.UnitAsync()), await two.ReportAsync());

        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await crew.WhyNotAsync(other.Name));
        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await colleague.WhyNotAsync(Crew.IncidentOf(job)));
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(colleague.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, colleague.Call))).Code);
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(two.Lender.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, two.Lender.Call))).Code);
    }

    [Fact]
    public async Task C37_who_may_not_see_a_lent_unit_is_told_of_its_job_as_of_one_that_does_not_exist()
    {
        var (job, _) = await two.LendAsync();
        var stranger = two.CrewOf(await two.Borrower.OwnUnitAsync(region, "0888"));
        Task<Failure> AcceptAsync(string name) => Failure.OfAsync(stranger.Assignments.AcceptAssignmentAsync(new() { Name = name, RequestId = Work.NewRequest() }, stranger.Call));

        var refused = await AcceptAsync(job.Name);
        var none = await AcceptAsync($"{Crew.IncidentOf(job)}/assignments/{Guid.NewGuid()}");

        Assert.Equal((StatusCode.NotFound, none.Reason), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task C37_the_owner_of_a_lent_unit_who_loses_it_is_told_what_the_loan_tells_and_no_more()
    {
        var (job, loan) = await two.LendAsync();
        var own = await two.Lender.ReportAsync("0882");

        var lost = await Assert.ThrowsAsync<RpcException>(async () => await two.Lender.Assignments.AssignUnitAsync(new() { Parent = own.Name, Unit = job.Unit, Etag = own.Etag, RequestId = Work.NewRequest() }, two.Lender.Call));

        var told = lost.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Metadata ?? throw new InvalidOperationException("The refusal has no ErrorInfo.");
        Assert.Equal((loan.Name, loan.IncidentNumber, "Beek", loan.BorrowedBy, false), (told["winnerLoan"], told["winnerNumber"], told["winnerMunicipality"], told["winner"], told.ContainsKey("winnerIncident")));
    }

    [Fact]
    public async Task C37_after_a_refusal_the_crew_is_told_that_the_job_is_gone()
    {
        var (job, loan) = await two.LendAsync();
        var crew = two.CrewOf(job.Unit);
        await two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(loan), two.Lender.Call);

        Assert.Equal("TRANSITION_NOT_ALLOWED", (await Failure.OfAsync(crew.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, crew.Call))).Reason);
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(crew.Incidents.GetIncidentAsync(new() { Name = Crew.IncidentOf(job) }, crew.Call))).Code);
    }
}
