using Grpc.Core;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>Who loses a unit in the database itself, after the look at its slot, is told the winner all the same.</summary>
public sealed class LostRaceTests(DispatchRegion region)
{
    [Fact]
    public async Task The_loser_at_the_constraint_is_told_who_won_and_for_which_incident()
    {
        var desk = Person.Centralist(region);
        var (unit, theirs, ours) = (await desk.OwnUnitAsync(region, "0888"), await desk.ReportAsync(), await desk.ReportAsync());
        await using var winner = new NpgsqlConnection(region.OwnerConnectionString);
        await winner.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await winner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var take = new NpgsqlCommand("insert into assignment (tenant, id, incident, unit, state, assigned_by, expires_at) values ('0888', $1, $2, $3, 1, 'centralist-of-the-race', now() + interval '1 hour')", winner)
        {
            Parameters = { new() { Value = Guid.NewGuid() }, new() { Value = Guid.Parse(theirs.Name.Split('/')[^1]) }, new() { Value = unit } },
        };
        await take.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var losing = Failure.OfAsync(desk.Assignments.AssignUnitAsync(new() { Parent = ours.Name, Unit = unit, Etag = ours.Etag, RequestId = Work.NewRequest() }, desk.Call));
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from pg_stat_activity where $1 = any(pg_blocking_pids(pid))", winner.ProcessID) is > 0L);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        var lost = await losing;
        await region.OwnerAsync("delete from assignment where unit = $1", unit);

        Assert.Equal((StatusCode.Aborted, "UNIT_ALREADY_ASSIGNED"), (lost.Code, lost.Reason));
        Assert.Contains($"toegewezen aan melding {theirs.Number} in Beek door centralist-of-the-race.", lost.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_is_not_the_callers_to_read_nothing_is_told_and_of_a_loan_what_the_loan_tells()
    {
        var holder = new SlotHolder(Given.Name.Value, "2026-000001", "Stein", "centralist-1");
        var loan = new LoanName(new TenantId("0882"), Guid.Empty);

        var seen = AssignmentRules.Taken(Given.Called.Words, holder);
        var lent = AssignmentRules.Taken(Given.Called.Words, holder with { Loan = loan });
        var unseen = AssignmentRules.Taken(Given.Called.Words, holder with { Number = null });

        Assert.Equal(["callSign", "unit", "winner", "winnerIncident", "winnerMunicipality", "winnerNumber"], seen.Metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["callSign", "unit", "winner", "winnerLoan", "winnerMunicipality", "winnerNumber"], lent.Metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["callSign", "unit"], unseen.Metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(loan.Value, lent.Metadata["winnerLoan"]);
    }
}
