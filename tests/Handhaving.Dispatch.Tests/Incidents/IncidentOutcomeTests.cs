using Handhaving.Dispatch.Incidents;
using Xunit;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>What becomes of an incident when its last active assignment ends (dispatch 3.1).</summary>
public sealed class IncidentOutcomeTests
{
    public static TheoryData<string> Endings => ["Decline", "Expire", "Withdraw"];

    public static TheoryData<string> Leavings => ["Withdraw", "Fail", "GiveUp"];

    [Theory, MemberData(nameof(Endings))]
    public void An_offer_that_nobody_took_does_not_handle_what_another_unit_cleared_with_an_outcome(string ending)
    {
        var incident = Given.Incident().OnScene(1).Offered(2).Clear(Given.AssignmentName(1), "police-transfer", Given.Act(5));
        Assert.Equal((IncidentState.Pending, "IncidentReturned"), (incident.State, incident.Happenings[^1].Kind));

        incident = End(incident, 2, ending);

        Assert.Equal(IncidentState.Pending, incident.State);
        Assert.Single(incident.Happenings, happening => happening.Kind == "IncidentReturned");
        Assert.Equal(IncidentState.Handled, incident.RecordDisposition("warning", Given.Act(41)).State);
    }

    [Theory, MemberData(nameof(Leavings))]
    public void A_unit_that_leaves_without_being_done_does_not_handle_what_another_unit_cleared_with_an_outcome(string leaving)
    {
        var incident = Given.Incident().OnScene(1).EnRoute(2).Clear(Given.AssignmentName(1), "police-transfer", Given.Act(5));
        Assert.Equal(IncidentState.EnRoute, incident.State);

        incident = End(incident, 2, leaving);

        Assert.Equal((IncidentState.Pending, "IncidentReturned", Given.Act(8).At), (incident.State, incident.Happenings[^1].Kind, incident.PendingSince));
    }

    [Fact]
    public void An_outcome_recorded_earlier_handles_the_incident_when_the_last_unit_clears_without_one()
    {
        var incident = Given.Incident().OnScene(1).EnRoute(2).Clear(Given.AssignmentName(1), "warning", Given.Act(5)).Clear(Given.AssignmentName(2), null, Given.Act(6));

        Assert.Equal((IncidentState.Handled, "IncidentHandled"), (incident.State, incident.Happenings[^1].Kind));
    }

    [Theory, MemberData(nameof(Endings))]
    public void An_incident_that_was_only_offered_never_returns_since_it_never_left(string ending)
    {
        var incident = End(Given.Incident().Offered(), 1, ending);

        Assert.Equal(IncidentState.Pending, incident.State);
        Assert.DoesNotContain("IncidentReturned", incident.Happenings.Select(happening => happening.Kind));
    }

    [Fact]
    public void An_incident_that_a_unit_had_taken_returns_when_that_unit_ends_without_an_outcome()
    {
        var withdrawn = Given.Incident().Accepted().Withdraw(Given.AssignmentName(), Given.Act(5));
        var cleared = Given.Incident().OnScene().Clear(Given.AssignmentName(), null, Given.Act(5));

        Assert.Equal(["AssignmentWithdrawn", "IncidentReturned"], withdrawn.Happenings.TakeLast(2).Select(happening => happening.Kind));
        Assert.Equal(["AssignmentCleared", "IncidentReturned"], cleared.Happenings.TakeLast(2).Select(happening => happening.Kind));
    }

    [Fact]
    public void An_incident_returns_once_when_only_an_offer_is_left()
    {
        var incident = Given.Incident().OnScene(1).Offered(2).Clear(Given.AssignmentName(1), null, Given.Act(5)).Decline(Given.AssignmentName(2), Given.Act(6));

        Assert.Equal(["AssignmentCleared", "IncidentReturned", "AssignmentDeclined"], incident.Happenings.TakeLast(3).Select(happening => happening.Kind));
    }

    private static Incident End(Incident incident, int number, string ending) => ending switch
    {
        "Decline" => incident.Decline(Given.AssignmentName(number), Given.Act(8)),
        "Expire" => incident.Expire(Given.AssignmentName(number), Given.Act(40)),
        "Withdraw" => incident.Withdraw(Given.AssignmentName(number), Given.Act(8)),
        "Fail" => incident.Fail(Given.AssignmentName(number), Given.Act(8, "lekke band")),
        "GiveUp" => incident.GiveUp(Given.AssignmentName(number), Given.Urgent(), mayLeaveScene: true, Given.Act(8, "spoed")),
        _ => throw new ArgumentOutOfRangeException(nameof(ending), ending, "Not a way to end."),
    };
}
