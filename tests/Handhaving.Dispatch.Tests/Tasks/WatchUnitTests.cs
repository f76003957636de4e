using Grpc.Core;
using Handhaving.Dispatch.Board.OneUnit;
using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Restricted;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Tasks;

/// <summary>A device follows its own unit and job, live, and nothing else.</summary>
public sealed class WatchUnitTests(DispatchRegion region)
{
    private const string Municipality = "0899";
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task It_is_told_its_job_from_the_offer_to_the_end_and_nothing_when_the_duty_is_over()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var crew = region.CrewOf(unit);
        using var stream = new UnitStream(crew, unit);
        var free = await stream.UntilAsync(_ => true);

        var offer = await desk.AssignAsync(await desk.ReportAsync(Municipality), unit);
        var other = await desk.ReportAsync(Municipality);
        var offered = await stream.UntilAsync(now => now.Incident is not null);
        await crew.Assignments.AcceptAssignmentAsync(new() { Name = offer.Assignment.Name, RequestId = Work.NewRequest() }, crew.Call);
        await stream.UntilAsync(now => now.Unit.Availability is V1.UnitAvailability.Committed && now.Incident.Assignments[0].State is V1.AssignmentState.Accepted);
        var noted = (await desk.Incidents.AddNoteAsync(Crew.Note(offer.Incident.Name), desk.Call)).Incident;
        await stream.UntilAsync(now => now.Incident.Etag == noted.Etag);
        await desk.Assignments.ClearAssignmentAsync(new() { Name = offer.Assignment.Name, Disposition = "warning", RequestId = Work.NewRequest() }, desk.Call);
        var done = await stream.UntilAsync(now => now.Incident is null);
        await desk.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, desk.Call);

        Assert.Equal((V1.UnitAvailability.Available, "", null), (free.Unit.Availability, free.Unit.Assignment, free.Incident));
        Assert.Equal((V1.UnitAvailability.Reserved, offer.Assignment.Name, offer.Incident), (offered.Unit.Availability, offered.Unit.Assignment, offered.Incident));
        Assert.Equal((V1.UnitAvailability.Available, ""), (done.Unit.Availability, done.Unit.Assignment));
        Assert.Equal("NOT_FOUND", (await stream.EndAsync()).Reason);
        Assert.DoesNotContain(stream.Told, message => message.ToString().Contains(other.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_is_told_stands_in_the_audit_and_nothing_twice()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var crew = region.CrewOf(unit);
        using var stream = new UnitStream(crew, unit);
        await stream.UntilAsync(_ => true);
        var offer = await desk.AssignAsync(await desk.ReportAsync(Municipality), unit);
        await stream.UntilAsync(now => now.Incident is not null);
        await stream.HeartbeatAsync();

        var lines = (long)(await region.OwnerAsync("select count(*) from audit_line where line::jsonb->>'actor_id' = $1 and line::jsonb->>'action' = 'CONSULT' and line::jsonb->>'operation' like '%/WatchUnit'", crew.Subject) ?? 0L);
        var named = (long)(await region.OwnerAsync("select count(*) from audit_line where line::jsonb->>'actor_id' = $1 and line like '%' || $2 || '%'", crew.Subject, offer.Incident.Name) ?? 0L);

        Assert.Equal((stream.Told.Count(message => message.Now is not null), 1L), ((int)lines, named));
    }

    [Fact]
    public async Task A_crew_follows_its_unit_on_a_few_screens_and_not_on_its_whole_allowance()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var crew = region.CrewOf(unit);
        var open = Enumerable.Range(0, UnitStreams.PerUnit).Select(_ => new UnitStream(crew, unit)).ToList();
        foreach (var stream in open) await stream.UntilAsync(_ => true);
        using var more = new UnitStream(crew, unit);
        using var atDesk = new UnitStream(desk, unit);

        Assert.Equal("TOO_MANY_UNIT_STREAMS", (await more.EndAsync()).Reason);
        await atDesk.UntilAsync(_ => true);
        foreach (var stream in open) stream.Dispose();
    }

    [Fact]
    public async Task Another_unit_is_not_followed_and_the_attempt_is_written_down()
    {
        var (mine, other) = (await desk.OwnUnitAsync(region, Municipality), await desk.OwnUnitAsync(region, Municipality));
        var crew = region.CrewOf(mine);
        using var stream = new UnitStream(crew, other);
        using var none = new UnitStream(crew, $"municipalities/{Municipality}/units/never-was");

        Assert.Equal(["NOT_FOUND", "NOT_FOUND"], new[] { (await stream.EndAsync()).Reason, (await none.EndAsync()).Reason });
        Assert.Empty(stream.Told);
        Assert.Contains(other, await region.DeniedAsync(crew));
    }

    [Fact]
    public async Task C37_a_lent_crew_follows_its_job_until_it_is_taken_back()
    {
        var two = new Neighbours(region);
        var unit = await two.UnitAsync();
        using var stream = new UnitStream(two.CrewOf(unit), unit);
        var incident = await two.ReportAsync();

        var offer = await two.BorrowAsync(incident, unit);
        Assert.Equal(offer.Incident, (await stream.UntilAsync(now => now.Incident is not null)).Incident);
        await two.Borrower.Incidents.AddNoteAsync(Crew.Note(incident.Name), two.Borrower.Call);
        await stream.UntilAsync(now => now.Incident is { } told && told.Etag != offer.Incident.Etag);
        await two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(await two.LoanOfAsync(offer.Assignment)), two.Lender.Call);

        Assert.Equal("", (await stream.UntilAsync(now => now.Incident is null)).Unit.Assignment);
    }

    [Fact]
    public async Task On_a_tip_its_crew_is_told_which_and_a_desk_kept_from_tips_that_it_is_busy()
    {
        var tips = new Tips(region);
        var unit = await tips.Desk.OwnUnitAsync(region, Tips.Municipality);
        using var own = new UnitStream(region.CrewOf(unit), unit);
        using var partner = new UnitStream(tips.Partner, unit);
        await own.UntilAsync(_ => true);
        await partner.UntilAsync(_ => true);
        var tip = await tips.ReportAsync();

        var job = (await tips.Desk.AssignAsync(tip, unit)).Assignment;

        Assert.Equal((job.Name, tip.Name), (await own.UntilAsync(now => now.Incident is not null)) is var now ? (now.Unit.Assignment, now.Incident.Name) : default);
        await partner.UntilAsync(seen => seen.Unit.Availability is V1.UnitAvailability.Reserved);
        Assert.DoesNotContain(partner.Told, message => message.ToString().Contains(tip.Name, StringComparison.Ordinal));
        await tips.Desk.Assignments.WithdrawAssignmentAsync(new() { Name = job.Name, Reason = "elders nodig", RequestId = Work.NewRequest() }, tips.Desk.Call);
        await own.UntilAsync(seen => seen.Incident is null);
    }
}
