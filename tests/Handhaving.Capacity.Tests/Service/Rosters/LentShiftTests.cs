using Handhaving.Capacity.Tests.Service.People;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>Shifts of somebody at a borrower: in the own calendar while the loan stands, and in nobody's way after.</summary>
public sealed class LentShiftTests(CapacityRegion region)
{
    private const string Lender = "municipalities/0986";
    private const string Borrower = "0971";

    [Fact]
    public async Task A_shift_at_a_borrower_is_in_the_calendar_and_judged_until_the_loan_is_withdrawn()
    {
        var (lender, borrower, first) = (Person.PlannerOfLandgraaf(region), Person.Planner(region), Staff.Today.AddDays(150));
        var request = Staff.Create("0986");
        request.Officer.Contracts[0] = Staff.Contract(first, first.AddDays(2)); // counts on no other day
        request.Officer.Appointments.Add(Staff.Akte(Borrower));
        var officer = (await lender.People.CreateOfficerAsync(request, lender.Call)).Officer;
        var loan = Staff.Sick(officer, Planned.At(first, 0), 24);
        (loan.Absence.Kind, loan.Absence.Borrower) = (V1.AbsenceKind.LentOut, $"municipalities/{Borrower}");
        officer = (await lender.People.ReportAbsenceAsync(loan, lender.Call)).Officer;
        var shift = Planned.Shift(officer, first);
        shift.Note = "van de lener";
        var draft = (await borrower.Rosters.CreateRosterAsync(new() { Parent = $"municipalities/{Borrower}", RequestId = Asked.Id(), Roster = Planned.Roster(first) }, borrower.Call)).Roster;
        draft = (await borrower.Rosters.ChangeShiftsAsync(Planned.Change(draft, shift), borrower.Call)).Roster;
        var published = (await borrower.Rosters.PublishRosterAsync(Planned.Publish(draft), borrower.Call)).Roster;

        Assert.Equal(0, published.UnlentShifts);
        var calendar = await CalendarAsync(lender, officer);
        Assert.Contains($"DTSTART:{shift.StartTime.ToDateTime():yyyyMMdd'T'HHmmss'Z'}\r\n", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("van de lener", calendar, StringComparison.Ordinal);
        var own = (await lender.Rosters.CreateRosterAsync(new() { Parent = Lender, RequestId = Asked.Id(), Roster = Planned.Roster(first) }, lender.Call)).Roster;
        own = (await lender.Rosters.ChangeShiftsAsync(Planned.Change(own, Planned.Shift(officer, first)), lender.Call)).Roster;
        Assert.Contains(own.Findings, finding => finding.Rule == "overlap");

        await lender.People.WithdrawAbsenceAsync(new() { Name = officer.Absences[0].Name, Etag = officer.Etag, RequestId = Asked.Id() }, lender.Call);

        Assert.DoesNotContain("VEVENT", await CalendarAsync(lender, officer), StringComparison.Ordinal);
        Assert.Empty((await lender.Rosters.GetRosterAsync(new() { Name = own.Name }, lender.Call)).Roster.Findings);
        Assert.Contains((await borrower.Rosters.GetRosterAsync(new() { Name = published.Name }, borrower.Call)).Roster.Findings, finding => finding.Rule == "not-lent");
        var warned = (await borrower.Rosters.ListRostersAsync(new() { Parent = $"municipalities/{Borrower}", PageSize = 1000 }, borrower.Call)).Rosters;
        Assert.Equal(1, warned.Single(roster => roster.Name == published.Name).UnlentShifts);
        var told = await UntilToldAsync(borrower, officer.Name);
        Assert.Equal((V1.NoticeKind.LoanWithdrawn, loan.Absence.StartTime, loan.Absence.EndTime), (told.Kind, told.StartTime, told.EndTime));
        var next = (await borrower.Rosters.CreateRosterAsync(new() { Parent = $"municipalities/{Borrower}", RequestId = Asked.Id(), Roster = Planned.Roster(first, published.Name) }, borrower.Call)).Roster;
        Assert.Equal("ROSTER_BREAKS_LAW", await Failure.ReasonAsync(borrower.Rosters.PublishRosterAsync(Planned.Publish(next), borrower.Call)));
    }

    private static async Task<V1.Notice> UntilToldAsync(Person borrower, string officer)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var notices = (await borrower.Notices.ListNoticesAsync(new() { Parent = $"municipalities/{Borrower}", Kinds = { V1.NoticeKind.LoanWithdrawn } }, borrower.Call)).Notices;
            if (notices.FirstOrDefault(notice => notice.Subject == officer) is { } told) return told;
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> CalendarAsync(Person person, V1.Officer officer) => (await person.Rosters.ExportCalendarAsync(new() { Name = officer.Name }, person.Call)).Calendar;
}
