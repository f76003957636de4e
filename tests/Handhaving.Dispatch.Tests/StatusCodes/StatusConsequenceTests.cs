using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.StatusCodes;

/// <summary>Police who end their job by a code, or whom their own team takes back, read what that means for the BOA there (C-14).</summary>
public sealed class StatusConsequenceTests(DispatchRegion region)
{
    private readonly Person desk = Person.Centralist(region);

    [Fact]
    public async Task C14_police_that_report_the_job_done_are_told_of_the_boa_who_is_called_back_also_when_the_answer_was_lost()
    {
        var police = await PoliceAsync("westelijke-mijnstreek", desk);
        var boa = await HelpAsync(await FightAsync(police));
        var request = DutyWork.Status(police, "4");

        var answer = await desk.Units.ReportUnitStatusAsync(request, desk.Call);
        var again = await desk.Units.ReportUnitStatusAsync(request, desk.Call);
        await region.OwnerAsync("delete from request where request_id = $1 and method not like '%#%'", Guid.Parse(request.RequestId));
        var found = await desk.Units.ReportUnitStatusAsync(request, desk.Call);

        Assert.Equal($"Boa-eenheid {boa.Split('/')[^1]} is teruggeroepen: de politie leidt deze melding niet meer.", Assert.Single(answer.Consequences));
        Assert.Equal(answer, again);
        Assert.Equal(answer.Consequences, found.Consequences);
        Assert.Empty((await desk.Units.ReportUnitStatusAsync(DutyWork.Status(boa, "9"), desk.Call)).Consequences);
    }

    [Fact]
    public async Task The_log_says_of_a_report_that_moved_a_job_that_it_was_about_that_job()
    {
        var police = await PoliceAsync("westelijke-mijnstreek", desk);
        var job = (await FightAsync(police)).Assignments[0];

        await desk.StatusAsync(DutyWork.Status(police, "2"));

        Assert.Equal("assignment", await region.OwnerAsync("""select line::json->>'object_type' from audit_line where tenant = '0888' and line::json->>'object_id' = $1 and line::json->>'operation' like '%ReportUnitStatus'""", job.Name));
    }

    [Fact]
    public async Task C14_C37_who_takes_lent_police_back_is_told_that_a_boa_is_called_back_and_not_which()
    {
        var two = new Neighbours(region);
        var incident = await FightAsync(await PoliceAsync("brunssum-landgraaf", two.Lender));
        await HelpAsync(incident);
        var loan = await two.LoanOfAsync(incident.Assignments[0]);
        var request = Neighbours.Refusal(loan);

        var answer = await two.Lender.Loans.RefuseLoanAsync(request, two.Lender.Call);

        Assert.Equal("Op de melding is een boa-eenheid teruggeroepen: de politie leidt die niet meer.", Assert.Single(answer.Consequences));
        Assert.Equal(answer, await two.Lender.Loans.RefuseLoanAsync(request, two.Lender.Call));
    }

    private async Task<string> PoliceAsync(string team, Person owner)
    {
        var police = await new Neighbours(region).OffDutyAsync($"teams/{team}/units/{Guid.NewGuid().ToString("N")[..12]}", [], 2);
        return await owner.SignOnAsync(Model.ModelCalls.SignOn(police, Work.NewRequest()));
    }

    /// <summary>An urgent fight in Beek that police lead.</summary>
    private async Task<V1.Incident> FightAsync(string police)
    {
        var report = Work.Report("0888", "assault.fight");
        report.Incident.Priority = 1;
        var incident = (await desk.Incidents.ReportIncidentAsync(report, desk.Call)).Incident;
        var offer = await desk.Assignments.AssignUnitAsync(Neighbours.Ask(incident, police), desk.Call);
        return (await desk.Assignments.AcceptAssignmentAsync(new() { Name = offer.Assignment.Name, RequestId = Work.NewRequest() }, desk.Call)).Incident;
    }

    /// <summary>A BOA who is under way to help there.</summary>
    private async Task<string> HelpAsync(V1.Incident incident)
    {
        var boa = await desk.OwnUnitAsync(region, "0888");
        var help = await desk.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = boa, Role = V1.AssignmentRole.Backup, Etag = incident.Etag, RequestId = Work.NewRequest() }, desk.Call);
        await desk.Assignments.AcceptAssignmentAsync(new() { Name = help.Assignment.Name, RequestId = Work.NewRequest() }, desk.Call);
        return boa;
    }
}
