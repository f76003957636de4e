using Google.Protobuf;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Restricted;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Units;

/// <summary>A report that was done is answered as before, also to who left the crew meanwhile; anything else is refused.</summary>
public sealed class LeftCrewTests(DispatchRegion region)
{
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task A_crew_that_was_signed_off_gets_the_answers_of_its_job_again_and_does_nothing_more()
    {
        var unit = await desk.OwnUnitAsync(region, "0882");
        var job = (await desk.AssignAsync(await desk.ReportAsync("0882"), unit)).Assignment;
        var crew = CrewOf(unit);
        V1.AcceptAssignmentRequest accept = new() { Name = job.Name, RequestId = Work.NewRequest() };
        V1.ReportStatusRequest arrive = new() { Name = job.Name, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() };
        V1.ClearAssignmentRequest clear = new() { Name = job.Name, Disposition = "warning", RequestId = Work.NewRequest() };
        IMessage[] before = [await crew.Assignments.AcceptAssignmentAsync(accept, crew.Call), await crew.Assignments.ReportStatusAsync(arrive, crew.Call), await crew.Assignments.ClearAssignmentAsync(clear, crew.Call)];
        await SignOffAsync(unit);

        IMessage[] again = [await crew.Assignments.AcceptAssignmentAsync(accept, crew.Call), await crew.Assignments.ReportStatusAsync(arrive, crew.Call), await crew.Assignments.ClearAssignmentAsync(clear, crew.Call)];

        Assert.Equal(before, again);
        Assert.Equal(3L, await region.OwnerAsync(
            "select count(*) from audit_line where tenant = '0882' and line::jsonb->>'action' = 'CONSULT' and line::jsonb->>'object_id' = $1 and line::jsonb->>'actor_id' = $2", job.Name, crew.Subject));
        Assert.Equal("NOT_YOUR_UNIT", await WhyAsync(crew.Assignments.ClearAssignmentAsync(new(clear) { RequestId = Work.NewRequest() }, crew.Call)));
        Assert.Equal("REQUEST_ID_REUSED", await WhyAsync(crew.Assignments.ClearAssignmentAsync(new(clear) { Disposition = "" }, crew.Call)));
    }

    [Fact]
    public async Task A_crew_that_was_signed_off_gets_the_answer_of_its_break_again()
    {
        var unit = await desk.OwnUnitAsync(region, "0882");
        var crew = CrewOf(unit);
        var pause = DutyWork.Activity(unit, V1.UnitActivity.Break);
        var before = (await crew.Units.ChangeUnitActivityAsync(pause, crew.Call)).Unit;
        await SignOffAsync(unit);

        Assert.Equal(before, (await crew.Units.ChangeUnitActivityAsync(pause, crew.Call)).Unit);
        Assert.Equal("UNIT_NOT_ON_DUTY", await WhyAsync(crew.Units.ChangeUnitActivityAsync(DutyWork.Activity(unit, V1.UnitActivity.Break), crew.Call)));
    }

    [Fact]
    public async Task Of_a_tip_nothing_is_answered_again_to_a_crew_that_was_signed_off()
    {
        var tips = new Tips(region);
        var job = await tips.AcceptedAsync();
        var crew = tips.CrewOf(job.Unit);
        V1.FailAssignmentRequest fail = new() { Name = job.Name, Reason = "niet nodig", RequestId = Work.NewRequest() };
        await crew.Assignments.FailAssignmentAsync(fail, crew.Call);
        await tips.Desk.Units.SignOffUnitAsync(new() { Name = job.Unit, RequestId = Work.NewRequest() }, tips.Desk.Call);

        var refused = await Failure.OfAsync(crew.Assignments.FailAssignmentAsync(fail, crew.Call));

        Assert.Equal(StatusCode.NotFound, refused.Code);
    }

    private Person CrewOf(string unit) => new(region, region.Replica(1), $"{unit.Split('/')[^1]}-1", "boa", ["0882"], []);

    private async Task SignOffAsync(string unit) => await desk.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, desk.Call);

    private static async Task<string> WhyAsync<T>(AsyncUnaryCall<T> call) => (await Failure.OfAsync(call)).Reason;
}
