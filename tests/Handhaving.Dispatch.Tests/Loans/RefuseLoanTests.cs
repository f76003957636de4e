using Grpc.Core;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Tests.Loans;

/// <summary>The lending team takes its unit back, and the incident waits for another at once (C-37).</summary>
public sealed class RefuseLoanTests(DispatchRegion region)
{
    private readonly Neighbours two = new(region);

    [Theory]
    [InlineData(V1.AssignmentState.Offered)]
    [InlineData(V1.AssignmentState.Accepted)]
    [InlineData(V1.AssignmentState.OnScene)]
    public async Task C37_a_refusal_returns_the_incident_to_pending_at_once_and_frees_the_unit(V1.AssignmentState state)
    {
        var (job, loan) = await two.LendAsync();
        await ReachAsync(job, state);

        var refused = (await two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(loan), two.Lender.Call)).Loan;

        Assert.Equal((V1.LoanState.Refused, "centralist-bl-01", "zelf nodig"), (refused.State, refused.RefusedBy, refused.RefuseReason));
        var incident = (await two.Borrower.Incidents.GetIncidentAsync(new() { Name = IncidentOf(job) }, two.Borrower.Call)).Incident;
        Assert.Equal((V1.IncidentState.Pending, V1.AssignmentState.Withdrawn), (incident.State, Assert.Single(incident.Assignments).State));
        var entry = (await two.Borrower.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, two.Borrower.Call)).Entries.Single(entry => entry.Kind == "AssignmentWithdrawn");
        Assert.Equal("Geweigerd door gemeente Landgraaf: zelf nodig", entry.Text);
        Assert.Equal((V1.UnitAvailability.Available, ""), ((await two.Lender.UnitAsync(job.Unit)).Availability, (await two.Lender.UnitAsync(job.Unit)).Assignment));
        Assert.Equal(V1.AssignmentState.Offered, (await two.Lender.AssignAsync(await two.Lender.ReportAsync("0882"), job.Unit)).Assignment.State);
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from outbox where aggregate = $1 and type like '%LoanRefused'", loan.Name) is 1L);
    }

    [Fact]
    public async Task C37_a_team_refuses_for_its_own_unit_and_the_log_of_both_says_so()
    {
        var (job, loan) = await two.LendAsync("brunssum-landgraaf");

        await two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(loan), two.Lender.Call);

        Assert.Equal(1L, await region.OwnerAsync("""select count(*) from audit_line where tenant = 'brunssum-landgraaf' and line::json->>'object_id' = $1 and line::json->>'action' = 'CHANGE'""", loan.Name));
        Assert.Equal(1L, await region.OwnerAsync("""select count(*) from audit_line where tenant = '0888' and line::json->>'object_id' = $1 and line::json->>'operation' like '%RefuseLoan' and line::json->>'object_type' = 'assignment'""", job.Name));
    }

    [Fact]
    public async Task C37_a_repeated_refusal_is_answered_as_before_and_another_one_names_the_first()
    {
        var (_, loan) = await two.LendAsync();
        var request = Neighbours.Refusal(loan);

        var first = await two.Lender.Loans.RefuseLoanAsync(request, two.Lender.Call);
        var again = await two.Lender.Loans.RefuseLoanAsync(request, two.Lender.Call);
        var other = await Failure.OfAsync(two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(loan), two.Lender.Call));
        request.Reason = "toch iets anders";
        var reused = await Failure.OfAsync(two.Lender.Loans.RefuseLoanAsync(request, two.Lender.Call));

        Assert.Equal(first, again);
        Assert.Equal((StatusCode.FailedPrecondition, "LOAN_ALREADY_REFUSED"), (other.Code, other.Reason));
        Assert.Contains("centralist-bl-01", other.Dutch, StringComparison.Ordinal);
        Assert.Equal("REQUEST_ID_REUSED", reused.Reason);
    }

    [Fact]
    public async Task C37_a_loan_that_is_over_or_has_changed_is_not_refused()
    {
        var (job, loan) = await two.LendAsync();
        var stale = Neighbours.Refusal(loan);
        stale.Etag = "\"999\"";
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), await RefusedAsync(two.Lender, stale));

        await two.Borrower.Assignments.WithdrawAssignmentAsync(new() { Name = job.Name, Reason = "niet meer nodig", RequestId = Work.NewRequest() }, two.Borrower.Call);

        Assert.Equal(V1.LoanState.Ended, (await two.LoanOfAsync(job)).State);
        Assert.Equal((StatusCode.FailedPrecondition, "LOAN_ENDED"), await RefusedAsync(two.Lender, Neighbours.Refusal(loan)));
    }

    [Fact]
    public async Task C37_an_offer_that_nobody_answers_ends_the_loan_and_the_lenders_log_says_so()
    {
        var (job, loan) = await two.LendAsync();
        await region.OwnerAsync("update assignment set expires_at = now() - interval '1 second' where id = $1", Guid.Parse(job.Name.Split('/')[^1]));
        await region.SweepOffersAsync();

        await Work.EventuallyAsync(async () => (await two.LoanOfAsync(job)).State is V1.LoanState.Ended);
        Assert.Equal(1L, await region.OwnerAsync("""select count(*) from audit_line where tenant = '0882' and line::json->>'object_id' = $1 and line::json->>'actor_type' = 'system'""", loan.Name));
    }

    [Fact]
    public async Task C37_only_the_desk_of_the_owner_refuses_and_nobody_else_knows_of_the_loan()
    {
        var (job, loan) = await two.LendAsync();
        var third = new Person(region, "centralist-third", "centralist", ["1234"], ["elsewhere"]);
        var neighbour = new Person(region, "centralist-simpelveld", "centralist", ["0965"], []);

        Assert.Equal("NOT_FOUND", (await RefusedAsync(two.Borrower, Neighbours.Refusal(loan))).Reason);
        Assert.Equal("NOT_FOUND", (await RefusedAsync(third, Neighbours.Refusal(loan))).Reason);
        Assert.Equal("TENANT_NOT_YOURS", (await RefusedAsync(neighbour, Neighbours.Refusal(loan))).Reason);
        Assert.Equal("PERMISSION_MISSING", (await RefusedAsync(two.CrewOf(job.Unit), Neighbours.Refusal(loan))).Reason);
        Assert.Empty(await Neighbours.ListAsync(third, "municipalities/-"));
        Assert.DoesNotContain(await Neighbours.ListAsync(two.Borrower, "municipalities/-"), shown => shown.Name == loan.Name);
        Assert.Contains(await Neighbours.ListAsync(neighbour, "municipalities/-"), shown => shown.Name == loan.Name); // by the grant of the own team
    }

    [Fact]
    public async Task C37_the_database_itself_shows_a_loan_to_its_owner_alone()
    {
        var (_, loan) = await two.LendAsync();
        var id = Guid.Parse(loan.Name.Split('/')[^1]);

        Assert.True(await SeesAsync("0882", id));
        Assert.False(await SeesAsync("0888", id));
        Assert.False(await SeesAsync("1234", id));
    }

    [Fact]
    public async Task C37_a_refusal_and_the_end_of_the_job_at_once_have_one_winner()
    {
        for (var round = 0; round < 10; round++)
        {
            var (job, loan) = await two.LendAsync();
            await ReachAsync(job, V1.AssignmentState.OnScene);
            var crew = two.CrewOf(job.Unit, replica: 1);

            var cleared = Failure.ReasonAsync(crew.Assignments.ClearAssignmentAsync(new() { Name = job.Name, Disposition = "warning", RequestId = Work.NewRequest() }, crew.Call));
            var refused = Failure.ReasonAsync(two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(loan), two.Lender.Call));
            var reasons = (await cleared, await refused);

            Assert.Contains(reasons, new[] { ("", "LOAN_ENDED"), ("TRANSITION_NOT_ALLOWED", "") });
            var incident = (await two.Borrower.Incidents.GetIncidentAsync(new() { Name = IncidentOf(job) }, two.Borrower.Call)).Incident;
            Assert.Equal(reasons.Item1 == "" ? V1.IncidentState.Handled : V1.IncidentState.Pending, incident.State);
            Assert.Equal(reasons.Item1 == "" ? V1.LoanState.Ended : V1.LoanState.Refused, (await two.LoanOfAsync(job)).State);
        }
    }

    [Fact]
    public async Task C37_loans_are_listed_in_pages_those_going_on_first()
    {
        var neighbours = new Neighbours(region);
        var (over, _) = await neighbours.LendAsync("1954");
        await two.Borrower.Assignments.WithdrawAssignmentAsync(new() { Name = over.Name, Reason = "klaar", RequestId = Work.NewRequest() }, two.Borrower.Call);
        List<string> jobs = [];
        for (var number = 0; number < 3; number++) jobs.Insert(0, (await neighbours.LendAsync("1954")).Job.Name);

        var request = new V1.ListLoansRequest { Parent = "municipalities/1954", PageSize = 2 };
        List<string> listed = [];
        do
        {
            var page = await two.Lender.Loans.ListLoansAsync(request, two.Lender.Call);
            listed.AddRange(page.Loans.Select(loan => loan.Assignment));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal([.. jobs, over.Name], listed);
    }

    private async Task ReachAsync(V1.Assignment job, V1.AssignmentState state)
    {
        if (state is V1.AssignmentState.Offered) return;
        var crew = two.CrewOf(job.Unit);
        await crew.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, crew.Call);
        if (state is V1.AssignmentState.Accepted) return;
        await crew.Assignments.ReportStatusAsync(new() { Name = job.Name, State = state, RequestId = Work.NewRequest() }, crew.Call);
    }

    private async Task<bool> SeesAsync(string tenant, Guid loan)
    {
        await using var db = new DispatchDb(new DbContextOptionsBuilder<DispatchDb>().UseNpgsql(region.ServiceConnectionString).UseSnakeCaseNamingConvention().Options);
        await using var work = await db.BeginAsync(TenantScope.Of(new TenantId(tenant)), TestContext.Current.CancellationToken);
        return await db.Loans.AnyAsync(row => row.Id == loan, TestContext.Current.CancellationToken);
    }

    private static async Task<(StatusCode Code, string Reason)> RefusedAsync(Person person, V1.RefuseLoanRequest request)
    {
        var failure = await Failure.OfAsync(person.Loans.RefuseLoanAsync(request, person.Call));
        return (failure.Code, failure.Reason);
    }

    private static string IncidentOf(V1.Assignment job) => job.Name[..job.Name.IndexOf("/assignments/", StringComparison.Ordinal)];
}
