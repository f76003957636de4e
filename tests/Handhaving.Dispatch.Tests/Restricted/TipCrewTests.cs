using Grpc.Core;
using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Restricted;

/// <summary>A crew that is sent to a tip reads that one while it is on it, and nothing of it afterwards.</summary>
public sealed class TipCrewTests(DispatchRegion region)
{
    private readonly Tips tips = new(region);

    [Fact]
    public async Task From_the_offer_to_the_end_it_reads_and_reports_and_then_reads_no_more()
    {
        var job = await tips.OfferedAsync();
        var (crew, name) = (tips.CrewOf(job.Unit), Tips.IncidentOf(job));

        Assert.Equal(job.Name, (await crew.UnitAsync(job.Unit)).Assignment);
        Assert.Contains("kelder", (await crew.Incidents.GetIncidentAsync(new() { Name = name }, crew.Call)).Incident.Description, StringComparison.Ordinal);
        await crew.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, crew.Call);
        await crew.Incidents.AddNoteAsync(new() { Name = name, Text = "er brandt licht", RequestId = Work.NewRequest() }, crew.Call);
        Assert.Contains("NotePosted", (await crew.Incidents.ListTimelineEntriesAsync(new() { Parent = name }, crew.Call)).Entries.Select(entry => entry.Kind));
        await crew.Assignments.ReportStatusAsync(new() { Name = job.Name, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() }, crew.Call);
        var clear = new V1.ClearAssignmentRequest { Name = job.Name, Disposition = "warning", RequestId = Work.NewRequest() };
        var cleared = await crew.Assignments.ClearAssignmentAsync(clear, crew.Call);

        Assert.Equal(cleared, await crew.Assignments.ClearAssignmentAsync(clear, crew.Call)); // sent twice, answered twice
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(crew.Incidents.GetIncidentAsync(new() { Name = name }, crew.Call))).Code);
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(crew.Incidents.ListTimelineEntriesAsync(new() { Parent = name }, crew.Call))).Code);
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(crew.Incidents.AddNoteAsync(new() { Name = name, Text = "nog iets", RequestId = Work.NewRequest() }, crew.Call))).Code);
        Assert.Equal(3, await tips.DenialsAsync(crew));
    }

    [Fact]
    public async Task It_reads_no_other_tip()
    {
        var (job, other) = (await tips.AcceptedAsync(), await tips.ReportAsync());
        var crew = tips.CrewOf(job.Unit);

        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(crew.Incidents.GetIncidentAsync(new() { Name = other.Name }, crew.Call))).Code);
        Assert.Equal(job.Name, (await crew.UnitAsync(job.Unit)).Assignment);
    }

    [Fact]
    public async Task It_reports_by_code_and_a_report_sent_again_after_the_end_touches_nothing_else()
    {
        var job = await tips.OfferedAsync();
        var crew = tips.CrewOf(job.Unit);
        var under = DutyWork.Status(job.Unit, "2");

        var way = await crew.StatusAsync(under);
        await crew.StatusAsync(DutyWork.Status(job.Unit, "3", job.Name));
        var free = await crew.StatusAsync(DutyWork.Status(job.Unit, "4", disposition: "warning"));
        var next = await tips.Desk.AssignAsync(await tips.Desk.ReportAsync(Tips.Municipality), job.Unit);
        var again = await crew.StatusAsync(under);

        Assert.Equal((V1.UnitAvailability.Committed, job.Name), (way.Availability, way.Assignment));
        Assert.Equal((V1.UnitAvailability.Available, ""), (free.Availability, free.Assignment));
        Assert.Equal((way.Availability, ""), (again.Availability, again.Assignment)); // as answered before, but the job is over
        Assert.Equal(V1.AssignmentState.Offered, Assert.Single((await tips.Desk.Incidents.GetIncidentAsync(new() { Name = next.Incident.Name }, tips.Desk.Call)).Incident.Assignments).State);
    }

    [Fact]
    public async Task An_act_on_its_duty_keeps_its_job_on_the_desks_and_shows_others_nothing_of_it()
    {
        var job = await tips.AcceptedAsync();
        var partner = tips.Partner;

        var asked = await partner.StatusAsync(DutyWork.Status(job.Unit, "6"));
        var own = await tips.CrewOf(job.Unit).StatusAsync(DutyWork.Status(job.Unit, "7"));
        var refused = await partner.RefusedAsync(DutyWork.Status(job.Unit, "3"));

        Assert.Equal((V1.UnitAvailability.Committed, ""), (asked.Availability, asked.Assignment));
        Assert.Equal(job.Name, own.Assignment);
        Assert.Equal(job.Name, (await tips.Desk.UnitAsync(job.Unit)).Assignment);
        Assert.Equal("NO_CURRENT_ASSIGNMENT", refused.Reason);
    }

    [Fact]
    public async Task C37_a_lent_crew_reads_it_too_and_of_the_loan_only_who_may_know_is_told()
    {
        var two = new Neighbours(region);
        var request = Tips.Tip("0888");
        request.Incident.Priority = 1;
        var tip = (await two.Borrower.Incidents.ReportIncidentAsync(request, two.Borrower.Call)).Incident;
        var unit = await two.UnitAsync();
        var partner = new Person(region, "partner-bl-tips", "partner-simulator", ["0882"], ["brunssum-landgraaf"]);
        using var board = partner.WatchTeam("brunssum-landgraaf");
        await board.ReadSnapshotAsync();

        var job = (await two.BorrowAsync(tip, unit)).Assignment;
        var crew = two.CrewOf(unit);
        Assert.Equal(tip.Number, (await crew.Incidents.GetIncidentAsync(new() { Name = tip.Name }, crew.Call)).Incident.Number);
        await crew.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, crew.Call);

        var loan = await two.LoanOfAsync(job);
        Assert.DoesNotContain(loan.Name, (await Neighbours.ListAsync(partner, "municipalities/0882")).Select(one => one.Name));
        var seen = await board.ReadAsync(message => message.Delta?.Item?.Unit is { } shown && shown.Name == unit && shown.Availability is V1.UnitAvailability.Committed);
        Assert.DoesNotContain(seen, message => message.ToString().Contains(tip.Name, StringComparison.Ordinal) || message.Delta?.Item?.Loan is { } told && told.Name == loan.Name);
        var blind = new Person(region, $"lender-{Guid.NewGuid():N}", "lender-without-tips", ["0882"], ["brunssum-landgraaf"]);
        Assert.Equal("NOT_FOUND", (await Failure.OfAsync(blind.Loans.RefuseLoanAsync(Neighbours.Refusal(loan), blind.Call))).Reason);
        Assert.Equal([loan.Name], await tips.DeniedAsync(blind));
        await two.Lender.Loans.RefuseLoanAsync(Neighbours.Refusal(loan), two.Lender.Call);
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(crew.Incidents.GetIncidentAsync(new() { Name = tip.Name }, crew.Call))).Code);
    }
}
