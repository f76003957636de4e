using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Loans;

/// <summary>An urgent search crosses the border of municipality and team; nothing else does (C-37).</summary>
public sealed class BorrowTests(DispatchRegion region)
{
    private readonly Neighbours two = new(region);

    [Theory]
    [InlineData("0882")]
    [InlineData("brunssum-landgraaf")]
    public async Task C37_an_urgent_incident_borrows_a_unit_and_its_owner_sees_the_loan_and_no_more(string owner)
    {
        var (incident, unit) = (await two.ReportAsync(), await two.UnitAsync(owner));

        var offer = await two.BorrowAsync(incident, unit);

        var tenant = new ServiceDefaults.Tenancy.TenantId(owner);
        Assert.Equal((unit, unit.Split('/')[^1], tenant.Name, V1.AssignmentState.Offered), (offer.Assignment.Unit, offer.Assignment.CallSign, offer.Assignment.Lender, offer.Assignment.State));
        foreach (var parent in new[] { tenant.Name, "teams/brunssum-landgraaf", "municipalities/-" })
        {
            var loan = (await Neighbours.ListAsync(two.Lender, parent)).Single(loan => loan.Unit == unit);
            Assert.Equal((offer.Assignment.Name, incident.Number, "parking.nuisance", 1), (loan.Assignment, loan.IncidentNumber, loan.IncidentType, loan.IncidentPriority));
            Assert.Equal(("municipalities/0888", "teams/westelijke-mijnstreek", V1.LoanState.Active, "centralist-wm-01", "geen eigen eenheid vrij"), (loan.Borrower, loan.BorrowerTeam, loan.State, loan.BorrowedBy, loan.SkipHoldReason));
        }
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(two.Lender.Incidents.GetIncidentAsync(new() { Name = incident.Name }, two.Lender.Call))).Code);
        Assert.Equal(offer.Assignment.Name, (await two.Lender.UnitAsync(unit)).Assignment);
    }

    [Theory]
    [InlineData("update unit set minimum_crew = 3 where name = $1", "UNIT_NOT_AVAILABLE")]
    [InlineData("update duty set ends_at = now() - interval '1 minute' where unit = $1", "UNIT_NOT_AVAILABLE")]
    [InlineData("update duty set activity = 3 where unit = $1", "UNIT_NOT_AVAILABLE")]
    [InlineData("update officer set appointments = '[]' where tenant = '0882' and starts_with(id, split_part($1, '/', 4))", "UNIT_NOT_COMPETENT")]
    public async Task C37_a_unit_that_does_not_fit_is_refused_in_words_that_tell_nothing_of_its_people_and_nobody_else_sets_that_aside(string change, string reason)
    {
        var (incident, unit) = (await two.ReportAsync(), await two.UnitAsync());
        await region.OwnerAsync(change, unit);
        var supervisor = new Person(region, "supervisor-wm-01", "supervisor", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);

        var refused = await two.RefusedAsync(Neighbours.Ask(incident, unit));
        var overridden = await Failure.OfAsync(supervisor.Assignments.AssignUnitAsync(new(Neighbours.Ask(incident, unit)) { OverrideReason = "spoed" }, supervisor.Call));

        Assert.Equal((StatusCode.FailedPrecondition, reason), (refused.Code, refused.Reason));
        Assert.Equal(reason, overridden.Reason);
        Assert.Contains(reason is "UNIT_NOT_AVAILABLE" ? "van een ander team is niet beschikbaar." : "is niet bevoegd voor deze melding.", refused.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C37_the_loan_stands_in_the_log_of_both()
    {
        var (job, loan) = await two.LendAsync();
        var auditor = new Person(region, "auditor-both", "auditor", ["0882", "0888"], []);

        Assert.Contains(await LinesAsync(auditor, "0888"), line => line is { Action: "CHANGE", ObjectType: "assignment", Actor: "centralist-wm-01" } && line.Object == job.Name);
        Assert.Contains(await LinesAsync(auditor, "0882"), line => line is { Action: "DISCLOSE", ObjectType: "loan", Actor: "centralist-wm-01" } && line.Object == loan.Name);
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from outbox where aggregate = $1 and type like '%LoanStarted' and tenant = '0882'", loan.Name) is 1L);
    }

    [Fact]
    public async Task C37_what_is_not_urgent_finds_no_unit_of_another_team_whether_it_exists_or_not()
    {
        var (incident, unit) = (await two.ReportAsync(3), await two.UnitAsync());
        var stale = Neighbours.Ask(incident, unit);
        stale.Etag = "\"999\"";

        var there = await two.RefusedAsync(Neighbours.Ask(incident, unit));
        var nowhere = await two.RefusedAsync(Neighbours.Ask(incident, "municipalities/0882/units/nowhere"));

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (there.Code, there.Reason));
        Assert.Equal(nowhere.Dutch.Replace("municipalities/0882/units/nowhere", unit, StringComparison.Ordinal), there.Dutch);
        Assert.Equal(there, await two.RefusedAsync(stale));
    }

    [Fact]
    public async Task C37_a_unit_that_is_off_duty_elsewhere_is_not_found_by_an_urgent_search_either()
    {
        var unit = await two.OffDutyAsync($"municipalities/0882/units/{Guid.NewGuid().ToString("N")[..12]}", ["0888"], 1);

        Assert.Equal(StatusCode.NotFound, (await two.RefusedAsync(Neighbours.Ask(await two.ReportAsync(), unit))).Code);
    }

    [Fact]
    public async Task C37_a_unit_of_another_team_that_may_be_seen_is_refused_by_the_rule()
    {
        var unit = await two.UnitAsync("0986");
        await region.OwnerAsync("insert into sharing_grant (id, tenant, grantee, object_class, granted_at, expires_at, authorised_by) values (gen_random_uuid(), '0986', '0971', 'dispatch', now(), now() + interval '1 hour', 'proef')");

        var refused = await two.RefusedAsync(Neighbours.Ask(await two.ReportAsync(3), unit));
        var lent = await two.BorrowAsync(await two.ReportAsync(2), unit);
        await region.OwnerAsync("delete from sharing_grant where tenant = '0986' and grantee = '0971'");

        Assert.Equal((StatusCode.FailedPrecondition, "INCIDENT_NOT_URGENT"), (refused.Code, refused.Reason));
        Assert.Equal("municipalities/0986", lent.Assignment.Lender);
    }

    [Fact]
    public async Task C37_it_waits_first_and_is_told_until_when()
    {
        var (incident, unit) = (await two.ReportAsync(), await two.UnitAsync());
        var request = Neighbours.Ask(incident, unit, skipHoldReason: "");

        var refused = await two.RefusedAsync(request);
        await region.OwnerAsync("""update incident set body = jsonb_set(body, '{pendingSince}', to_jsonb(now() - interval '3 minutes')) where number = $1 and tenant = '0888'""", incident.Number);
        var lent = await two.Borrower.Assignments.AssignUnitAsync(request, two.Borrower.Call);

        Assert.Equal((StatusCode.FailedPrecondition, "BORROW_HOLD"), (refused.Code, refused.Reason));
        Assert.Matches(@"vanaf \d\d:\d\d uur", refused.Dutch);
        Assert.Equal("", (await two.LoanOfAsync(lent.Assignment)).SkipHoldReason);
    }

    [Fact]
    public async Task C37_a_unit_of_the_own_team_is_no_loan()
    {
        var unit = await two.Borrower.OwnUnitAsync(region, "0971");

        var offer = await two.BorrowAsync(await two.ReportAsync(), unit);

        Assert.Equal("", offer.Assignment.Lender);
        Assert.DoesNotContain(await Neighbours.ListAsync(two.Borrower, "municipalities/-"), loan => loan.Unit == unit);
    }

    [Fact]
    public async Task C37_a_lent_unit_goes_to_what_is_more_urgent_as_a_new_loan()
    {
        var (job, loan) = await two.LendAsync();
        await two.CrewOf(job.Unit).Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, two.CrewOf(job.Unit).Call);
        var incident = (await two.Borrower.Incidents.GetIncidentAsync(new() { Name = job.Name[..job.Name.IndexOf("/assignments/", StringComparison.Ordinal)] }, two.Borrower.Call)).Incident;
        await two.Borrower.Incidents.ReprioritiseIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Priority = 2, Reason = "valt mee", RequestId = Work.NewRequest() }, two.Borrower.Call);
        var lead = new Person(region, "supervisor-wm-01", "supervisor", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);
        var urgent = await two.ReportAsync();

        Assert.Equal(2, (await two.LoanOfAsync(job)).IncidentPriority);
        var moved = await lead.Assignments.PreemptAssignmentAsync(new() { Parent = urgent.Name, Etag = urgent.Etag, Assignment = job.Name, Reason = "steekpartij", RequestId = Work.NewRequest() }, lead.Call);

        Assert.Equal((V1.LoanState.Ended, loan.Name), ((await two.LoanOfAsync(job)).State, (await two.LoanOfAsync(job)).Name));
        Assert.Equal((V1.LoanState.Active, urgent.Number, "steekpartij"), ((await two.LoanOfAsync(moved.Assignment)).State, (await two.LoanOfAsync(moved.Assignment)).IncidentNumber, (await two.LoanOfAsync(moved.Assignment)).SkipHoldReason));
    }

    [Fact]
    public async Task C37_borrowing_and_the_owners_own_offer_at_once_have_one_winner()
    {
        for (var round = 0; round < 10; round++)
        {
            var unit = await two.UnitAsync();
            var (theirs, own) = (await two.ReportAsync(), await two.Lender.ReportAsync("0882"));

            var borrow = OutcomeAsync(two.Borrower.Assignments.AssignUnitAsync(Neighbours.Ask(theirs, unit), two.Borrower.Call));
            var keep = OutcomeAsync(two.Lender.Assignments.AssignUnitAsync(new() { Parent = own.Name, Unit = unit, Etag = own.Etag, RequestId = Work.NewRequest() }, two.Lender.Call));
            var outcomes = await Task.WhenAll(borrow, keep);

            var lost = Assert.Single(outcomes.OfType<Failure>());
            Assert.Equal((StatusCode.Aborted, "UNIT_ALREADY_ASSIGNED"), (lost.Code, lost.Reason));
            // The owner of the unit is told who has it; who borrows and may not see the winner, that there is one.
            Assert.Contains(await keep is Failure ? "centralist-wm-01" : "een melding die u niet kunt inzien", lost.Dutch, StringComparison.Ordinal);
            Assert.Equal(1L, await region.OwnerAsync("select count(*) from assignment where active_unit = $1", unit));
            Assert.Equal(await borrow is Failure ? 0L : 1L, await region.OwnerAsync("select count(*) from loan where unit = $1", unit));
        }
    }

    private static async Task<Failure?> OutcomeAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return null;
        }
        catch (RpcException failed)
        {
            return Failure.Of(failed);
        }
    }

    private static async Task<IReadOnlyList<Access.V1.AuditEntry>> LinesAsync(Person auditor, string municipality)
    {
        List<Access.V1.AuditEntry> lines = [];
        var request = new V1.ListEntriesRequest { Parent = $"municipalities/{municipality}", PageSize = 1000 };
        do
        {
            var page = await auditor.Audit.ListEntriesAsync(request, auditor.Call);
            lines.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return lines;
    }
}
