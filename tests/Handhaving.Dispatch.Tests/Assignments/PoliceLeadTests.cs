using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Types;
using Handhaving.Events.Dispatch;
using Xunit;
using static Handhaving.Dispatch.Tests.Assignments.LedFight;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>What becomes of BOAs where police who must lead leave, or did the job.</summary>
public sealed class PoliceLeadTests
{
    private static readonly IncidentCatalog Catalog = IncidentCatalog.Load();

    [Theory]
    [InlineData(AssignmentState.Offered)]
    [InlineData(AssignmentState.Accepted)]
    [InlineData(AssignmentState.EnRoute)]
    [InlineData(AssignmentState.Offered, true)]
    [InlineData(AssignmentState.Accepted, true)]
    [InlineData(AssignmentState.EnRoute, true)]
    public void C14_C40_a_boa_who_is_not_there_yet_is_called_back_and_told_why_when_the_police_leave(AssignmentState state, bool hasOutcome = false)
    {
        var before = hasOutcome ? HelpedUpTo(state).RecordDisposition("warning", Given.Act(8)) : HelpedUpTo(state);

        var left = before.Withdraw(Lead, Given.Act(9)).WithoutLead(before, Catalog, Given.Act(9));

        Assert.Equal((AssignmentState.Withdrawn, IncidentState.Pending), (left.Find(Help).State, left.State));
        Assert.StartsWith("De politie leidt deze melding niet meer", left.Find(Help).EndReason, StringComparison.Ordinal);
        Assert.Equal((CalledBack.LeadGone, null), (left.Find(Help).CalledBack, left.Find(Lead).CalledBack));
        Assert.Empty(left.Signals);
        Assert.Single(left.Happenings, happening => happening.Fact is IncidentReturned);
        Assert.Equal(["Boa-eenheid B-1 is teruggeroepen: de politie leidt deze melding niet meer."], left.LeadConsequences);
    }

    [Theory]
    [InlineData(AssignmentState.Withdrawn)]
    [InlineData(AssignmentState.Failed)]
    [InlineData(AssignmentState.Cleared)]
    [InlineData(AssignmentState.Preempted)]
    public void C14_C40_a_boa_on_scene_stays_but_the_incident_waits_for_the_police_however_they_left(AssignmentState end)
    {
        var before = HelpedUpTo(AssignmentState.OnScene);

        var left = Leave(before, end);

        Assert.Equal((AssignmentState.OnScene, IncidentState.Pending), (left.Find(Help).State, left.State));
        Assert.Equal([IncidentSignal.LeadLost], left.Signals);
        Assert.Equal(Given.Act(9).At, left.PendingSince);
        Assert.Equal([nameof(AssignmentLeadLost), nameof(IncidentReturned)], left.Happenings.TakeLast(2).Select(happening => happening.Kind));
        Assert.Equal(Boa.Name, left.Happenings[^2].Unit);
        Assert.Equal(["Boa-eenheid B-1 is nog ter plaatse, zonder politie: stuur een politie-eenheid of roep de boa terug."], left.LeadConsequences);
        Assert.Equal(left.State, IncidentJson.Read(IncidentJson.Write(left)).State);
    }

    [Fact]
    public void When_the_police_did_the_job_a_boa_on_scene_finishes_and_nothing_waits_for_police()
    {
        var before = HelpedUpTo(AssignmentState.OnScene);

        var left = before.Clear(Lead, "police-transfer", Given.Act(9));

        Assert.Equal((AssignmentState.OnScene, IncidentState.OnScene, 0), (left.Find(Help).State, left.State, left.Signals.Count));
        Assert.Equal([nameof(AssignmentCleared)], left.Happenings.Skip(before.Happenings.Count).Select(happening => happening.Kind));
        Assert.Empty(left.LeadConsequences);
        Assert.Equal(IncidentState.Handled, left.Clear(Help, null, Given.Act(10)).State);
    }

    [Theory]
    [InlineData(AssignmentState.Offered)]
    [InlineData(AssignmentState.EnRoute)]
    public void When_the_police_did_the_job_a_boa_who_is_not_there_yet_is_called_back_and_it_is_handled(AssignmentState state)
    {
        var before = HelpedUpTo(state).RecordDisposition("warning", Given.Act(8));

        var left = before.Clear(Lead, null, Given.Act(9));

        Assert.Equal((AssignmentState.Withdrawn, CalledBack.LeadDone, IncidentState.Handled), (left.Find(Help).State, left.Find(Help).CalledBack, left.State));
        Assert.Equal([nameof(AssignmentCleared), nameof(AssignmentWithdrawn), nameof(IncidentHandled)], left.Happenings.Skip(before.Happenings.Count).Select(happening => happening.Kind));
        Assert.Equal(["Boa-eenheid B-1 is teruggeroepen: de politie heeft deze melding afgerond."], left.LeadConsequences);
    }

    [Theory]
    [InlineData(AssignmentState.Withdrawn)]
    [InlineData(AssignmentState.Failed)]
    [InlineData(AssignmentState.Preempted)]
    public void Police_that_leave_before_the_job_is_done_leave_it_without_lead_whatever_outcome_was_recorded(AssignmentState end)
    {
        var before = HelpedUpTo(AssignmentState.OnScene).RecordDisposition("warning", Given.Act(8));

        var left = Leave(before, end);

        Assert.Equal((IncidentState.Pending, IncidentSignal.LeadLost), (left.State, Assert.Single(left.Signals)));
        Assert.Equal([nameof(AssignmentLeadLost), nameof(IncidentReturned)], left.Happenings.TakeLast(2).Select(happening => happening.Kind));
    }

    [Fact]
    public void Police_that_go_to_what_is_more_urgent_leave_a_fight_that_waits_when_the_boa_under_way_is_called_back_whatever_outcome_was_recorded()
    {
        var before = HelpedUpTo(AssignmentState.EnRoute).RecordDisposition("warning", Given.Act(8));

        var left = Leave(before, AssignmentState.Preempted);

        Assert.Equal((IncidentState.Pending, Given.Act(9).At), (left.State, left.PendingSince));
        Assert.Equal([nameof(AssignmentPreempted), nameof(AssignmentWithdrawn), nameof(IncidentReturned)], left.Happenings.TakeLast(3).Select(happening => happening.Kind));
    }

    [Fact]
    public void What_the_rules_called_back_is_kept_by_kind_and_a_row_of_before_that_was_kept_has_none()
    {
        var before = HelpedUpTo(AssignmentState.EnRoute);
        var row = IncidentJson.Write(before.Withdraw(Lead, Given.Act(9)).WithoutLead(before, Catalog, Given.Act(9)));

        Assert.Equal(CalledBack.LeadGone, IncidentJson.Read(row).Find(Help).CalledBack);
        Assert.Null(IncidentJson.Read(row.Replace("\"calledBack\":\"LeadGone\",", "", StringComparison.Ordinal)).Find(Help).CalledBack);
    }

    [Fact]
    public void Who_lent_the_police_is_told_what_it_means_without_which_boa_it_is()
    {
        var (there, coming) = (HelpedUpTo(AssignmentState.OnScene), HelpedUpTo(AssignmentState.EnRoute));

        var told = new[] { there, coming }.SelectMany(before => before.Withdraw(Lead, Given.Act(9)).WithoutLead(before, Catalog, Given.Act(9)).LeadConsequencesForLender);

        Assert.Equal(
        [
            "Op de melding is nog een boa-eenheid ter plaatse, zonder politie: de meldkamer die leende stuurt politie of roept de boa terug.",
            "Op de melding is een boa-eenheid teruggeroepen: de politie leidt die niet meer.",
        ], told);
    }

    [Fact]
    public void C14_the_signal_ends_when_police_take_the_lead_again_or_the_boa_is_gone()
    {
        var before = HelpedUpTo(AssignmentState.OnScene);
        var left = before.Withdraw(Lead, Given.Act(9)).WithoutLead(before, Catalog, Given.Act(9));

        var led = left.Offer(Given.Id(900), Given.Police("p-2"), AssignmentRole.Primary, Given.Fight, Given.OfferTime, Given.Act(10)).Accept(new(Given.Name, Given.Id(900)), Given.Act(11));
        var gone = left.Clear(Help, null, Given.Act(10));

        Assert.Equal((IncidentState.OnScene, 0), (led.State, led.Signals.Count));
        Assert.Equal((IncidentState.Pending, 0), (gone.State, gone.Signals.Count));
    }

    [Fact]
    public void Where_anybody_may_lead_a_boa_goes_on_when_the_police_leave()
    {
        var before = HelpedUpTo(AssignmentState.EnRoute) with { Type = Given.Parking.Code };

        var left = before.Withdraw(Lead, Given.Act(9)).WithoutLead(before, Catalog, Given.Act(9));

        Assert.Equal((AssignmentState.EnRoute, IncidentState.EnRoute), (left.Find(Help).State, left.State));
        Assert.Empty(left.LeadConsequences);
    }

    private static Incident Leave(Incident incident, AssignmentState end) => end switch
    {
        AssignmentState.Withdrawn => incident.Withdraw(Lead, Given.Act(9)).WithoutLead(incident, Catalog, Given.Act(9)),
        AssignmentState.Failed => incident.Fail(Lead, Given.Act(9)).WithoutLead(incident, Catalog, Given.Act(9)),
        AssignmentState.Cleared => incident.Clear(Lead, null, Given.Act(9)),
        AssignmentState.Preempted => incident.GiveUp(Lead, Given.Urgent(), mayLeaveScene: false, Given.Act(9)).WithoutLead(incident, Catalog, Given.Act(9)),
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Not a way to leave."),
    };
}
