using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Loans;

/// <summary>Both boards show a loan: the lender its unit and what it is lent for, the borrower its incident with the unit on it (C-37).</summary>
public sealed class LoanBoardTests(DispatchRegion region)
{
    private readonly Neighbours two = new(region);

    [Fact]
    public async Task C37_the_lenders_board_shows_the_loan_its_change_and_its_end()
    {
        var (incident, unit) = (await two.ReportAsync(), await two.UnitAsync());
        await using var board = await BoardWatch.OpenAsync(two.Lender, "brunssum-landgraaf");

        var offer = await two.BorrowAsync(incident, unit);
        var started = await board.FindAsync(delta => delta.Item?.Loan?.Unit == unit);
        await two.Borrower.Incidents.ReprioritiseIncidentAsync(new() { Name = incident.Name, Etag = offer.Incident.Etag, Priority = 2, Reason = "valt mee", RequestId = Work.NewRequest() }, two.Borrower.Call);
        var changed = await board.FindAsync(delta => delta.Item?.Loan?.Unit == unit);
        await two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(changed.Item.Loan), two.Lender.Call);
        var over = await board.FindAsync(delta => delta.Item?.Loan?.Unit == unit);

        Assert.Equal((V1.LoanState.Active, incident.Number, 1, "municipalities/0888"), (started.Item.Loan.State, started.Item.Loan.IncidentNumber, started.Item.Loan.IncidentPriority, started.Item.Loan.Borrower));
        Assert.Equal((2, ""), (changed.Item.Loan.IncidentPriority, changed.Removed));
        Assert.Equal((V1.LoanState.Refused, changed.Item.Loan.Name, V1.RemovalReason.LoanOver), (over.Item.Loan.State, over.Removed, over.RemovalReason));
    }

    [Fact]
    public async Task C37_a_fresh_board_of_the_lender_holds_the_loan_and_the_committed_unit_and_nothing_of_the_incident()
    {
        var (job, loan) = await two.LendAsync();
        var (ended, _) = await two.LendAsync();
        await two.Borrower.Assignments.WithdrawAssignmentAsync(new() { Name = ended.Name, Reason = "klaar", RequestId = Work.NewRequest() }, two.Borrower.Call);

        var items = await SnapshotAsync(two.Lender, "brunssum-landgraaf");

        Assert.Equal(loan, items.Single(item => item.Loan?.Name == loan.Name).Loan);
        Assert.DoesNotContain(items, item => item.Loan?.Assignment == ended.Name);
        Assert.Equal((V1.UnitAvailability.Reserved, job.Name), (items.Single(item => item.Unit?.Name == job.Unit).Unit.Availability, items.Single(item => item.Unit?.Name == job.Unit).Unit.Assignment));
        Assert.DoesNotContain(items, item => item.Incident?.Name.StartsWith("municipalities/0888", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task C37_the_borrowers_board_shows_how_the_unit_is_called_and_what_it_does()
    {
        var (incident, unit) = (await two.ReportAsync(), await two.UnitAsync());
        await using var board = await BoardWatch.OpenAsync(two.Borrower, "westelijke-mijnstreek");
        var (offer, crew) = (await two.BorrowAsync(incident, unit), two.CrewOf(unit));

        await crew.Assignments.AcceptAssignmentAsync(new() { Name = offer.Assignment.Name, RequestId = Work.NewRequest() }, crew.Call);
        var shown = await board.FindAsync(delta => delta.Item?.Incident?.Name == incident.Name && delta.Item.Incident.State is V1.IncidentState.Assigned);

        var job = Assert.Single(shown.Item.Incident.Assignments);
        Assert.Equal((unit.Split('/')[^1], V1.AssignmentState.Accepted, "municipalities/0882"), (job.CallSign, job.State, job.Lender));
        Assert.DoesNotContain(await SnapshotAsync(two.Borrower, "westelijke-mijnstreek"), item => item.Unit?.Name == unit || item.Loan is not null && item.Loan.Unit == unit);
    }

    [Fact]
    public async Task C37_a_board_resumed_over_the_start_and_the_end_of_a_loan_tells_both_once()
    {
        using var open = two.Lender.WatchTeam("brunssum-landgraaf");
        await open.ReadSnapshotAsync();

        var (job, loan) = await two.LendAsync();
        await two.Borrower.Assignments.WithdrawAssignmentAsync(new() { Name = job.Name, Reason = "klaar", RequestId = Work.NewRequest() }, two.Borrower.Call);
        using var resumed = two.Lender.ResumeTeam("brunssum-landgraaf", open.Token);
        var told = await resumed.ReadAsync(message => message.Delta?.Removed == loan.Name);
        using var between = two.Lender.ResumeTeam("brunssum-landgraaf", told.First(message => message.Delta?.Item?.Loan?.Name == loan.Name).ResumeToken);
        var rest = await between.ReadAsync(message => message.Delta?.Removed == loan.Name);

        Assert.False(told[0].Hello.Reset);
        Assert.Equal([(V1.LoanState.Active, V1.RemovalReason.Unspecified), (V1.LoanState.Ended, V1.RemovalReason.LoanOver)], StepsOf(loan, told));
        Assert.Equal([(V1.LoanState.Ended, V1.RemovalReason.LoanOver)], StepsOf(loan, rest));
        using var fresh = two.Lender.WatchTeam("brunssum-landgraaf");
        Assert.DoesNotContain(await fresh.ReadSnapshotAsync(), message => message.SnapshotItem?.Loan?.Name == loan.Name);
    }

    private static IEnumerable<(V1.LoanState, V1.RemovalReason)> StepsOf(V1.Loan loan, IEnumerable<V1.WatchBoardResponse> told) =>
        told.Where(message => message.Delta?.Item?.Loan?.Name == loan.Name).Select(message => (message.Delta.Item.Loan.State, message.Delta.RemovalReason));

    private static async Task<IReadOnlyList<V1.BoardItem>> SnapshotAsync(Person person, string team)
    {
        List<V1.BoardItem> items = [];
        using var screen = person.WatchTeam(team);
        await screen.UntilAsync(message =>
        {
            if (message.SnapshotItem is { } item) items.Add(item);
            return message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd;
        });
        return items;
    }
}
