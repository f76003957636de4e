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
        Assert.All(outcomes.Where(outcome => outcome.Won is null), loser =>
        {
            Assert.Equal(StatusCode.Aborted, loser.Lost?.Code);
            Assert.Equal("UNIT_ALREADY_ASSIGNED", loser.Lost?.Reason);
            Assert.Contains(winner.AssignedBy, loser.Lost?.Dutch, StringComparison.Ordinal);
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
