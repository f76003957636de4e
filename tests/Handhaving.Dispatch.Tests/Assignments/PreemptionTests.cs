using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>A unit goes from one incident to a more urgent one, in one act, also between municipalities.</summary>
public sealed class PreemptionTests(DispatchRegion region)
{
    private readonly Person lead = new(region, "supervisor-bl-01", "supervisor", ["0965", "0986", "1954", "0899", "0882"], ["brunssum-landgraaf"]);

    [Theory]
    [InlineData("1954", "1954", 1)]
    [InlineData("1954", "0986", 2)]
    public async Task The_unit_is_offered_the_urgent_incident_and_the_other_waits_again(string from, string to, int officer)
    {
        var unit = await PoliceAsync(officer);
        var (other, assignment) = await CommittedAsync(unit, from);
        var urgent = await UrgentAsync(to);

        var answer = await lead.Assignments.PreemptAssignmentAsync(Ask(urgent, assignment), lead.Call);

        Assert.Equal((unit, V1.AssignmentState.Offered), (answer.Assignment.Unit, answer.Assignment.State));
        var left = (await lead.Incidents.GetIncidentAsync(new() { Name = other.Name }, lead.Call)).Incident;
        Assert.Equal((V1.IncidentState.Pending, V1.AssignmentState.Preempted), (left.State, Assert.Single(left.Assignments).State));
        Assert.Equal(answer.Assignment.Name, (await lead.Units.GetUnitAsync(new() { Name = unit }, lead.Call)).Unit.Assignment);
        var kinds = (await lead.Incidents.ListTimelineEntriesAsync(new() { Parent = other.Name }, lead.Call)).Entries.Select(entry => entry.Kind);
        Assert.Equal(["AssignmentPreempted", "IncidentReturned"], kinds.TakeLast(2));
        await EndAsync(answer.Incident);
    }

    [Fact]
    public async Task Only_what_is_more_urgent_takes_a_unit_and_from_the_scene_only_knowingly()
    {
        var unit = await PoliceAsync(3);
        var (other, assignment) = await CommittedAsync(unit, "1954");

        var equal = await lead.ReportAsync("1954");
        Assert.Equal((StatusCode.FailedPrecondition, "PRIORITY_NOT_HIGHER"), await RefusalAsync(Ask(equal, assignment)));

        await lead.Assignments.ReportStatusAsync(new() { Name = assignment.Name, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() }, lead.Call);
        var request = Ask(await UrgentAsync("1954"), assignment);
        Assert.Equal((StatusCode.FailedPrecondition, "UNIT_ON_SCENE"), await RefusalAsync(request));
        Assert.Equal(V1.IncidentState.OnScene, (await lead.Incidents.GetIncidentAsync(new() { Name = other.Name }, lead.Call)).Incident.State);

        request.LeaveScene = true;
        var answer = await lead.Assignments.PreemptAssignmentAsync(request, lead.Call);
        Assert.Equal(answer, await lead.Assignments.PreemptAssignmentAsync(request, lead.Call)); // the same request, the same answer
        await EndAsync(answer.Incident);
    }

    [Fact]
    public async Task A_centralist_may_not_and_another_team_finds_nothing()
    {
        var unit = await PoliceAsync(2);
        var (_, assignment) = await CommittedAsync(unit, "0899");
        var request = Ask(await UrgentAsync("0899"), assignment);

        var desk = Person.FromLandgraaf(region);
        Assert.Equal("PERMISSION_MISSING", (await Failure.OfAsync(desk.Assignments.PreemptAssignmentAsync(request, desk.Call))).Reason);
        var stranger = new Person(region, "supervisor-wm-01", "supervisor", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);
        var theirs = await stranger.ReportAsync();
        request = Ask(theirs, assignment);
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(stranger.Assignments.PreemptAssignmentAsync(request, stranger.Call))).Code);
        await lead.Assignments.WithdrawAssignmentAsync(new() { Name = assignment.Name, Reason = "klaar", RequestId = Work.NewRequest() }, lead.Call);
    }

    private static V1.PreemptAssignmentRequest Ask(V1.Incident urgent, V1.Assignment assignment) =>
        new() { Parent = urgent.Name, Etag = urgent.Etag, Assignment = assignment.Name, Reason = "spoed", RequestId = Work.NewRequest() };

    private async Task<(StatusCode, string)> RefusalAsync(V1.PreemptAssignmentRequest request)
    {
        var failure = await Failure.OfAsync(lead.Assignments.PreemptAssignmentAsync(request, lead.Call));
        return (failure.Code, failure.Reason);
    }

    private async Task EndAsync(V1.Incident incident) =>
        await lead.Incidents.CancelIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Reason = "klaar", RequestId = Work.NewRequest() }, lead.Call);

    private async Task<V1.Incident> UrgentAsync(string municipality)
    {
        var request = Work.Report(municipality);
        request.Incident.Priority = 1;
        return (await lead.Incidents.ReportIncidentAsync(request, lead.Call)).Incident;
    }

    private async Task<(V1.Incident Incident, V1.Assignment Assignment)> CommittedAsync(string unit, string municipality)
    {
        var offer = await lead.AssignAsync(await lead.ReportAsync(municipality), unit);
        var accepted = await lead.Assignments.AcceptAssignmentAsync(new() { Name = offer.Assignment.Name, RequestId = Work.NewRequest() }, lead.Call);
        return (accepted.Incident, accepted.Assignment);
    }

    private async Task<string> PoliceAsync(int number)
    {
        var name = $"teams/brunssum-landgraaf/units/pol-{number}";
        var request = new V1.SignOnUnitRequest { Name = name, RequestId = Work.NewRequest() };
        request.Crew.Add(new V1.CrewMember { Officer = $"police-bl-{2 * number - 1:00}" });
        if ((await lead.Units.GetUnitAsync(new() { Name = name }, lead.Call)).Unit.Availability is V1.UnitAvailability.OffDuty) await lead.Units.SignOnUnitAsync(request, lead.Call);
        return name;
    }
}
