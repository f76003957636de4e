using Grpc.Core;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>A report becomes a dispatched unit, over two replicas (ground of C-09, C-21, C-22, C-24).</summary>
public sealed class MainJobTests(DispatchRegion region)
{
    [Fact]
    public async Task A_report_is_recommended_assigned_and_closed_and_the_timeline_tells_it_once()
    {
        var operatorA = Person.Centralist(region);
        var operatorB = Person.OtherCentralist(region);
        var unit = await operatorA.OnDutyAsync("0971", 1);
        var incident = await operatorA.ReportAsync("0971");

        var picks = (await operatorB.Incidents.RecommendUnitsAsync(new() { Name = incident.Name, Limit = 50 }, operatorB.Call)).Picks;
        Assert.Contains(picks, pick => pick.Unit == unit && pick.TravelSeconds > 0 && pick.Factors.Count > 0);

        var offer = await operatorB.AssignAsync(incident, unit);
        var handled = await operatorA.FinishAsync(offer.Assignment);
        Assert.Equal(V1.IncidentState.Handled, handled.State);
        var closed = await operatorB.Incidents.CloseIncidentAsync(new() { Name = incident.Name, Etag = handled.Etag, RequestId = Work.NewRequest() }, operatorB.Call);
        Assert.Equal(V1.IncidentState.Closed, closed.Incident.State);

        var timeline = (await operatorA.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, operatorA.Call)).Entries;
        Assert.Equal(
            ["IncidentReceived", "AssignmentOffered", "AssignmentAccepted", "AssignmentEnRoute", "AssignmentOnScene", "AssignmentCleared", "IncidentHandled", "IncidentClosed"],
            timeline.Select(entry => entry.Kind));
        Assert.Equal(Enumerable.Range(1, 8).Select(number => (long)number), timeline.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task Of_many_operators_who_assign_one_unit_exactly_one_wins_and_the_others_are_told_who()
    {
        var people = new[] { Person.Centralist(region), Person.OtherCentralist(region) };
        var unit = await people[0].OnDutyAsync("1883", 1);
        var incidents = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => people[0].ReportAsync("1883")));

        var outcomes = await Task.WhenAll(incidents.Select((incident, index) => TryAsync(people[index % 2], incident, unit)));

        var winner = Assert.Single(outcomes, outcome => outcome.Won is not null).Won;
        Assert.NotNull(winner);
        var won = incidents.Single(incident => winner.Name.StartsWith(incident.Name, StringComparison.Ordinal));
        Assert.All(outcomes.Where(outcome => outcome.Won is null), loser =>
        {
            Assert.Equal(StatusCode.Aborted, loser.Lost?.Code);
            Assert.Equal("UNIT_ALREADY_ASSIGNED", loser.Lost?.Reason);
            Assert.Contains($"toegewezen aan melding {won.Number} in Sittard-Geleen door {winner.AssignedBy}.", loser.Lost?.Dutch, StringComparison.Ordinal);
        });
        await people[0].FinishAsync(winner);
    }

    [Fact]
    public async Task A_unit_on_an_incident_cannot_sign_off_and_keeps_its_assignment()
    {
        var person = Person.Centralist(region);
        var unit = await person.OnDutyAsync("0888", 2);
        var offer = await person.AssignAsync(await person.ReportAsync(), unit);

        var refused = await Failure.OfAsync(person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call));

        Assert.Equal((StatusCode.FailedPrecondition, "UNIT_HAS_ASSIGNMENT"), (refused.Code, refused.Reason));
        await person.FinishAsync(offer.Assignment);
        var off = await person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call);
        Assert.Equal(V1.UnitAvailability.OffDuty, off.Unit.Availability);
    }

    [Fact]
    public async Task C24_boa_and_police_on_one_incident_keep_their_own_status_in_one_timeline()
    {
        var person = Person.Centralist(region);
        var boa = await person.OwnUnitAsync(region, "0888");
        const string police = "teams/westelijke-mijnstreek/units/pol-3";
        await person.Units.SignOnUnitAsync(new() { Name = police, Crew = { new V1.CrewMember { Officer = "police-wm-05" }, new V1.CrewMember { Officer = "police-wm-06" } }, RequestId = Work.NewRequest() }, person.Call);
        var incident = await person.ReportAsync(type: "assault.fight");

        var lead = (await person.AssignAsync(incident, police)).Assignment;
        incident = (await person.Assignments.AcceptAssignmentAsync(new() { Name = lead.Name, RequestId = Work.NewRequest() }, person.Call)).Incident;
        var help = (await person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = boa, Role = V1.AssignmentRole.Backup, Etag = incident.Etag, RequestId = Work.NewRequest() }, person.Call)).Assignment;
        await person.Assignments.AcceptAssignmentAsync(new() { Name = help.Name, RequestId = Work.NewRequest() }, person.Call);
        incident = (await person.Assignments.ReportStatusAsync(new() { Name = help.Name, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() }, person.Call)).Incident;

        Assert.Equal([(police, V1.AssignmentState.Accepted), (boa, V1.AssignmentState.OnScene)], incident.Assignments.Select(one => (one.Unit, one.State)));
        var timeline = (await person.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, person.Call)).Entries;
        Assert.Equal(
            [("AssignmentOffered", police), ("AssignmentAccepted", police), ("AssignmentOffered", boa), ("AssignmentAccepted", boa), ("AssignmentOnScene", boa)],
            timeline.Skip(1).Select(entry => (entry.Kind, entry.Unit)));
    }

    [Fact]
    public async Task C14_C40_another_type_calls_back_who_may_not_do_it_and_its_crew_and_slot_are_free_again()
    {
        var person = Person.Centralist(region);
        var boa = await person.OwnUnitAsync(region, "0888");
        var offer = await person.AssignAsync(await person.ReportAsync(), boa);
        var incident = (await person.Assignments.AcceptAssignmentAsync(new() { Name = offer.Assignment.Name, RequestId = Work.NewRequest() }, person.Call)).Incident;

        var classified = (await person.Incidents.ClassifyIncidentAsync(
            new() { Name = incident.Name, Etag = incident.Etag, Type = "assault.fight", Priority = 2, RequestId = Work.NewRequest() }, person.Call)).Incident;

        Assert.Equal((V1.IncidentState.Pending, V1.AssignmentState.Withdrawn), (classified.State, Assert.Single(classified.Assignments).State));
        Assert.Equal((V1.UnitAvailability.Available, ""), ((await person.UnitAsync(boa)).Availability, (await person.UnitAsync(boa)).Assignment));
        var timeline = (await person.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, person.Call)).Entries;
        Assert.Equal([("IncidentClassified", ""), ("AssignmentWithdrawn", boa), ("IncidentReturned", "")], timeline.TakeLast(3).Select(entry => (entry.Kind, entry.Unit)));
        Assert.StartsWith("Past niet meer bij de soort melding: ", timeline[^2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C14_C40_when_the_police_leave_a_boa_on_scene_the_desk_is_told_and_the_incident_waits_for_police()
    {
        var person = Person.Centralist(region);
        var (boa, police) = (await person.OwnUnitAsync(region, "0888"), await new Loans.Neighbours(region).OffDutyAsync($"teams/westelijke-mijnstreek/units/{Guid.NewGuid().ToString("N")[..12]}", [], 2));
        var crew = new[] { 1, 2 }.Select(number => new V1.CrewMember { Officer = $"{police.Split('/')[^1]}-{number}" });
        await person.Units.SignOnUnitAsync(new() { Name = police, Crew = { crew }, RequestId = Work.NewRequest() }, person.Call);
        var incident = await person.ReportAsync(type: "assault.fight");
        var lead = (await person.AssignAsync(incident, police)).Assignment;
        incident = (await person.Assignments.AcceptAssignmentAsync(new() { Name = lead.Name, RequestId = Work.NewRequest() }, person.Call)).Incident;
        var help = (await person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = boa, Role = V1.AssignmentRole.Backup, Etag = incident.Etag, RequestId = Work.NewRequest() }, person.Call)).Assignment;
        await person.Assignments.AcceptAssignmentAsync(new() { Name = help.Name, RequestId = Work.NewRequest() }, person.Call);
        await person.Assignments.ReportStatusAsync(new() { Name = help.Name, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() }, person.Call);
        await using var board = await BoardWatch.OpenAsync(Person.OtherCentralist(region), "westelijke-mijnstreek");

        var leave = new V1.FailAssignmentRequest { Name = lead.Name, Reason = "lekke band", RequestId = Work.NewRequest() };
        var left = await person.Assignments.FailAssignmentAsync(leave, person.Call);

        Assert.Equal((V1.IncidentState.Pending, V1.AssignmentState.OnScene), (left.Incident.State, left.Incident.Assignments[1].State));
        Assert.Equal($"Boa-eenheid {boa.Split('/')[^1]} is nog ter plaatse, zonder politie: stuur een politie-eenheid of roep de boa terug.", Assert.Single(left.Consequences));
        Assert.Equal(left, await person.Assignments.FailAssignmentAsync(leave, person.Call)); // the same request, the same answer
        var shown = await board.FindAsync(delta => delta.Item?.Incident?.Name == incident.Name);
        Assert.Equal((V1.IncidentState.Pending, V1.IncidentSignal.LeadLost), (shown.Item.Incident.State, Assert.Single(shown.Item.Incident.Signals)));
        var timeline = (await person.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, person.Call)).Entries;
        Assert.Equal([("AssignmentFailed", police), ("AssignmentLeadLost", boa), ("IncidentReturned", "")], timeline.TakeLast(3).Select(entry => (entry.Kind, entry.Unit)));
    }

    [Fact]
    public async Task C21_C22_a_unit_without_the_power_is_refused_by_hand_too_and_the_answer_names_what_is_missing()
    {
        var person = Person.Centralist(region);
        var unit = await person.OnDutyAsync("0888", 3); // environment only
        var incident = await person.ReportAsync();

        var recommendation = await person.Incidents.RecommendUnitsAsync(new() { Name = incident.Name, Limit = 50 }, person.Call);
        var refused = await Failure.OfAsync(person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, RequestId = Work.NewRequest() }, person.Call));

        Assert.Contains(recommendation.Rejections, rejection => rejection.Unit == unit && rejection.Reasons.Any(reason => reason.Code == "DOMAIN_MISSING"));
        Assert.Equal((StatusCode.FailedPrecondition, "UNIT_NOT_COMPETENT"), (refused.Code, refused.Reason));
        Assert.Contains("openbare ruimte", refused.Dutch, StringComparison.Ordinal);
    }

    private static async Task<(V1.Assignment? Won, Failure? Lost)> TryAsync(Person person, V1.Incident incident, string unit)
    {
        try
        {
            return ((await person.AssignAsync(incident, unit)).Assignment, null);
        }
        catch (RpcException refused)
        {
            return (null, Failure.Of(refused));
        }
    }
}
