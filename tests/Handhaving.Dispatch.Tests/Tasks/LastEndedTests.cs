using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Restricted;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Tasks;

/// <summary>A crew is told how its last job ended, by whom and why, also when it looks later; of nobody else's, and not of the duty before.</summary>
public sealed class LastEndedTests(DispatchRegion region)
{
    private const string Municipality = "0899";
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task Before_its_first_job_it_is_told_nothing_and_of_a_withdrawal_who_and_why()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        using var stream = new UnitStream(region.CrewOf(unit), unit);
        Assert.Null((await stream.UntilAsync(_ => true)).LastEnded);
        var offer = await desk.AssignAsync(await desk.ReportAsync(Municipality), unit);

        var withdrawn = (await desk.Assignments.WithdrawAssignmentAsync(Withdrawal(offer.Assignment), desk.Call)).Assignment;

        var told = (await stream.UntilAsync(now => now.LastEnded is not null)).LastEnded;
        Assert.Equal(Ended(offer.Incident, withdrawn, V1.EndedBy.Desk), told);
        Assert.Equal("elders nodig", told.Reason);
        Assert.Equal(told, await LookAsync(unit));
    }

    [Fact]
    public async Task A_colleague_who_declined_is_told_as_the_crew()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var (first, second) = (region.CrewOf(unit), region.CrewOf(unit, member: 2));
        var offer = await desk.AssignAsync(await desk.ReportAsync(Municipality), unit);
        using var stream = new UnitStream(second, unit);
        await stream.UntilAsync(now => now.Incident is not null);

        var declined = (await first.Assignments.DeclineAssignmentAsync(new() { Name = offer.Assignment.Name, Reason = "te ver", RequestId = Work.NewRequest() }, first.Call)).Assignment;

        Assert.Equal(Ended(offer.Incident, declined, V1.EndedBy.Crew), (await stream.UntilAsync(now => now.LastEnded is not null)).LastEnded);
    }

    [Fact]
    public async Task A_step_that_the_desk_told_for_it_is_told_as_the_desk()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var offer = await desk.AssignAsync(await desk.ReportAsync(Municipality), unit);
        var done = await desk.FinishAsync(offer.Assignment);

        Assert.Equal(Ended(offer.Incident, done.Assignments[0], V1.EndedBy.Desk), await LookAsync(unit));
    }

    [Fact]
    public async Task An_offer_that_nobody_answered_ended_by_the_rules()
    {
        const string voerendaal = "0986";
        // As OfferExpiryTests: shorter than a municipality may decide.
        await region.OwnerAsync("""
            insert into setting (tenant, key, version, value, valid_from, changed_by, change_reason)
            values ('0986', 'dispatch.offer-seconds', 1, '1', now() - interval '1 day', 'test', 'test') on conflict do nothing
            """);
        var unit = await desk.OwnUnitAsync(region, voerendaal);
        var offer = await desk.AssignAsync(await desk.ReportAsync(voerendaal), unit);

        await Work.EventuallyAsync(async () =>
        {
            await region.SweepOffersAsync();
            return await LookAsync(unit) is not null;
        });

        var told = await LookAsync(unit);
        Assert.Equal((offer.Assignment.Name, V1.AssignmentState.Expired, V1.EndedBy.Platform, ""), (told?.Assignment, told?.State, told?.EndedBy, told?.Reason));
    }

    [Fact]
    public async Task C37_a_lent_crew_is_told_that_its_owner_took_it_back_and_its_owner_nothing_of_the_borrower()
    {
        var two = new Neighbours(region);
        var unit = await two.UnitAsync();
        var incident = await two.ReportAsync();
        using var owner = new UnitStream(two.Lender, unit);
        await owner.UntilAsync(_ => true);
        var offer = await two.BorrowAsync(incident, unit);
        await owner.UntilAsync(now => now.Unit.Availability is V1.UnitAvailability.Reserved);

        await two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(await two.LoanOfAsync(offer.Assignment)), two.Lender.Call);

        var told = await LookAsync(unit, two.CrewOf(unit));
        Assert.Equal((offer.Assignment.Name, incident.Number, V1.AssignmentState.Withdrawn, V1.EndedBy.Owner), (told?.Assignment, told?.IncidentNumber, told?.State, told?.EndedBy));
        await owner.UntilAsync(now => now.Unit.Availability is V1.UnitAvailability.Available);
        Assert.All(owner.Told, message => Assert.Null(message.Now?.LastEnded));
    }

    [Fact]
    public async Task On_a_tip_its_crew_is_told_and_a_desk_kept_from_tips_is_not()
    {
        var tips = new Tips(region);
        var job = await tips.AcceptedAsync();

        await tips.Desk.Assignments.WithdrawAssignmentAsync(Withdrawal(job), tips.Desk.Call);

        Assert.Equal((job.Name, V1.EndedBy.Desk), await LookAsync(job.Unit, tips.CrewOf(job.Unit)) is { } told ? (told.Assignment, told.EndedBy) : default);
        Assert.Null(await LookAsync(job.Unit, tips.Partner));
    }

    [Fact]
    public async Task The_next_duty_is_told_nothing_of_the_one_before()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var crew = region.CrewOf(unit);
        await desk.FinishAsync((await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment);
        await desk.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, desk.Call);
        await crew.Units.SignOnUnitAsync(new() { Name = unit, Crew = { new V1.CrewMember { Officer = crew.Subject } }, RequestId = Work.NewRequest() }, crew.Call);

        Assert.Null(await LookAsync(unit));
    }

    [Fact]
    public async Task That_it_was_told_stands_in_the_audit_of_its_own_municipality_once()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var crew = region.CrewOf(unit);
        var job = (await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment;
        await desk.Assignments.WithdrawAssignmentAsync(Withdrawal(job), desk.Call);
        using var stream = new UnitStream(crew, unit);
        await stream.UntilAsync(now => now.LastEnded is not null);
        await stream.HeartbeatAsync();

        var lines = (long)(await region.OwnerAsync("select count(*) from audit_line where tenant = $1 and line::jsonb->>'actor_id' = $2 and line like '%' || $3 || '%'", Municipality, crew.Subject, job.Name) ?? 0L);

        Assert.Equal(1, lines);
    }

    // As a device that is opened now.
    private async Task<V1.EndedJob?> LookAsync(string unit, Person? who = null)
    {
        using var stream = new UnitStream(who ?? region.CrewOf(unit), unit);
        return (await stream.UntilAsync(_ => true)).LastEnded;
    }

    private static V1.EndedJob Ended(V1.Incident incident, V1.Assignment assignment, V1.EndedBy by) => new()
    {
        Assignment = assignment.Name, IncidentNumber = incident.Number, State = assignment.State, EndTime = assignment.EndTime, EndedBy = by, Reason = assignment.EndReason,
    };

    private static V1.WithdrawAssignmentRequest Withdrawal(V1.Assignment job) => new() { Name = job.Name, Reason = "elders nodig", RequestId = Work.NewRequest() };
}
