using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Tests.Assignments;
using Handhaving.Events.Dispatch;

namespace Handhaving.Dispatch.Tests.LateEntry;

/// <summary>How long something took counts by true times; what gives people time to act counts from when they were told.</summary>
public sealed class LateTimersTests
{
    [Fact]
    public void An_incident_waited_until_the_unit_accepted_not_until_that_was_told()
    {
        var incident = Given.Incident().Offered(second: 10).Accept(Given.AssignmentName(), OccurTimeTests.Told(15, 35));

        Assert.Equal((TimeSpan.FromSeconds(15), null), (incident.Waited, incident.PendingSince));
    }

    [Fact]
    public void It_waits_again_since_its_last_unit_left_in_whatever_order_that_is_told()
    {
        var both = Given.Incident().OnScene().OnScene(2);

        var first = both.Clear(Given.AssignmentName(), null, OccurTimeTests.Told(500, 600));
        var left = first.Clear(Given.AssignmentName(2), null, OccurTimeTests.Told(400, 700));

        Assert.Null(first.PendingSince);
        Assert.Equal((OccurTimeTests.At(500), OccurTimeTests.At(500)), (left.PendingSince, ((IncidentReturned)left.Happenings[^1].Fact).OccurredAt));
        Assert.Null(left.Happenings[^1].Act.By); // nobody reported it: it follows
    }

    [Fact]
    public void An_acceptance_of_before_it_began_to_wait_makes_no_waiting_negative()
    {
        var waiting = Given.Incident().OnScene().Offered(2).Fail(Given.AssignmentName(), Given.Act(20));
        var before = waiting.Waited;

        Assert.Equal(before, waiting.Accept(Given.AssignmentName(2), OccurTimeTests.Told(10, 25)).Waited);
    }

    [Fact]
    public void C37_what_was_told_later_leaves_the_desk_its_time_to_find_a_unit_of_its_own()
    {
        var terms = new BorrowTerms(2, [3, 3, 0, 0, 0]);
        var left = (Given.Incident() with { Priority = 1 }).OnScene().Clear(Given.AssignmentName(), null, OccurTimeTests.Told(10, 1000));
        var already = left.Waited;

        Assert.Equal(OccurTimeTests.At(10), left.PendingSince);
        Assert.Equal(OccurTimeTests.At(1180) - already, terms.HoldUntil(left, OccurTimeTests.At(1000)));
    }

    [Fact]
    public void It_was_handled_when_its_last_unit_left_and_when_that_was_told_is_kept()
    {
        var handled = Given.Incident().OnScene().OnScene(2).Clear(Given.AssignmentName(), "warning", OccurTimeTests.Told(500, 600)).Clear(Given.AssignmentName(2), null, OccurTimeTests.Told(400, 700));

        Assert.Equal((IncidentState.Handled, OccurTimeTests.At(500), OccurTimeTests.At(700)), (handled.State, handled.HandledAt, handled.HandledToldAt));
        Assert.Equal(OccurTimeTests.At(500), ((IncidentHandled)handled.Happenings[^1].Fact).OccurredAt);
    }

    [Fact]
    public void C14_boas_are_called_back_when_the_desk_knows_that_the_police_left_and_the_incident_waits_since_they_did()
    {
        var (led, told) = (LedFight.HelpedUpTo(AssignmentState.EnRoute), OccurTimeTests.Told(100, 600));

        var left = led.Fail(LedFight.Lead, told).WithoutLead(led, Given.Catalog, told);

        Assert.Equal((AssignmentState.Withdrawn, OccurTimeTests.At(600), null), (left.Find(LedFight.Help).State, left.Find(LedFight.Help).EndedAt, left.Find(LedFight.Help).EndReport?.By));
        Assert.Equal((OccurTimeTests.At(100), ReportedBy.Desk), (left.Find(LedFight.Lead).EndedAt, left.Find(LedFight.Lead).EndReport?.By));
    }

    [Fact]
    public void Facts_and_history_say_the_same_true_time_and_who_reported_it()
    {
        var told = Given.Incident().Offered(second: 10).Accept(Given.AssignmentName(), OccurTimeTests.Told(15, 35)).Happenings[^1];

        Assert.Equal((OccurTimeTests.At(15), "Desk"), (((IReportedStep)told.Fact).OccurredAt, ((IReportedStep)told.Fact).ReportedBy));
        Assert.Equal((OccurTimeTests.At(15), ReportedBy.Desk), (told.Act.OccurredAt, told.Act.By));
    }

    [Fact]
    public void What_the_last_release_wrote_has_no_mark_and_is_acted_on()
    {
        var accepted = Given.Incident().Accepted() with { Newer = null };
        var body = IncidentJson.Write(accepted with { Assignments = [.. accepted.Assignments.Select(one => one with { AcceptReport = null })] });

        var arrived = IncidentJson.Read(body).Arrive(Given.AssignmentName(), OccurTimeTests.Told(5, 35)).Assignments.Single();

        Assert.DoesNotContain("Report\"", body, StringComparison.Ordinal);
        Assert.Equal((null, ReportedBy.Desk), (arrived.AcceptReport, arrived.OnSceneReport?.By));
        Assert.Null(AssignmentWire.ToWire(arrived).AcceptReport);
    }
}
