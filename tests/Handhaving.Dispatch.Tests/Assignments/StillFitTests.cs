using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>What was offered or taken is weighed again when it is accepted and when the incident turns out to be something else.</summary>
public sealed class StillFitTests
{
    private static readonly UnitOnDuty Boa = Given.Unit(crew: [[Given.Appointment()], [Given.Appointment()]]);
    private static readonly UnitOnDuty Police = Given.Police();
    private static readonly AssignmentName Lead = Given.AssignmentName(1);
    private static readonly IncidentCatalog Catalog = IncidentCatalog.Load();
    private static readonly AssignmentName Help = Given.AssignmentName(2);

    [Fact]
    public void C14_a_boa_is_not_sent_as_help_before_the_police_took_the_job()
    {
        var offered = Fight().Offer(Lead.Id, Police, AssignmentRole.Primary, Given.Fight, Given.OfferTime, Given.Act(1));

        Assert.Equal(AssignmentRules.MayLead, Assert.Throws<RuleBroken>(() => Helped(offered)).Rule);
        Assert.Equal(AssignmentState.Offered, Helped(offered.Accept(Lead, Given.Act(2))).Find(Help).State);
    }

    [Fact]
    public void C40_a_boa_cannot_accept_to_help_once_the_police_are_gone()
    {
        var helped = Helped(Fight().Offer(Lead.Id, Police, AssignmentRole.Primary, Given.Fight, Given.OfferTime, Given.Act(1)).Accept(Lead, Given.Act(2)));

        var broken = Assert.Throws<RuleBroken>(() => Accept(helped.Withdraw(Lead, Given.Act(4)), Help, Boa));

        Assert.Equal(AssignmentRules.MayLead, broken.Rule);
        Assert.Equal(AssignmentState.Accepted, Accept(helped, Help, Boa).Find(Help).State);
    }

    [Fact]
    public void C22_an_akte_that_ended_since_the_offer_is_not_accepted_with()
    {
        var expired = Given.Unit(crew: [[Given.Appointment(to: "2026-03-01")]]);

        var broken = Assert.Throws<RuleBroken>(() => Given.Incident().Offered().Accept(Lead, _ => expired, Given.Parking, Given.AllowedEquipment, Given.Act(5)));

        Assert.Equal(AssignmentRules.Competent, broken.Rule);
    }

    [Fact]
    public void What_was_weighed_when_it_was_sent_keeps_nobody_from_accepting()
    {
        var late = Boa with { MinimumCrew = 2, Duty = Boa.Duty with { EndsAt = Given.Now.AddMinutes(-1) } };

        Assert.Equal(AssignmentState.Accepted, Given.Incident().Offered().Accept(Lead, _ => late, Given.Parking, Given.AllowedEquipment, Given.Act(5)).Find(Lead).State);
    }

    [Fact]
    public void A_step_that_cannot_be_is_refused_before_the_unit_is_weighed()
    {
        var declined = Given.Incident().Offered().Decline(Lead, Given.Act(2));

        Assert.Equal(AssignmentRules.Transition, Assert.Throws<RuleBroken>(() => declined.Accept(Lead, _ => null, Given.Parking, Given.AllowedEquipment, Given.Act(5))).Rule);
        Assert.Equal(AssignmentRules.OnDuty, Assert.Throws<RuleBroken>(() => Given.Incident().Offered().Accept(Lead, _ => null, Given.Parking, Given.AllowedEquipment, Given.Act(5))).Rule);
    }

    [Fact]
    public void C14_a_boa_who_leads_what_turns_out_to_be_the_polices_is_called_back_and_the_incident_waits_again()
    {
        var left = Reclassified(Given.Incident().OnScene(), Given.Fight);

        Assert.Equal((AssignmentState.Withdrawn, IncidentState.Pending), (left.Find(Lead).State, left.State));
        Assert.StartsWith("Past niet meer bij de soort melding: ", left.Find(Lead).EndReason, StringComparison.Ordinal);
        Assert.Equal([nameof(IncidentClassified), nameof(AssignmentWithdrawn), nameof(IncidentReturned)], left.Happenings.TakeLast(3).Select(happening => happening.Kind));
    }

    [Fact]
    public void C14_a_boa_who_helps_the_police_stays_when_it_turns_out_to_be_the_polices()
    {
        var incident = Given.Incident().Offer(Lead.Id, Police, AssignmentRole.Primary, Given.Parking, Given.OfferTime, Given.Act(1)).Accept(Lead, Given.Act(2));
        incident = incident.Offer(Help.Id, Boa, AssignmentRole.Backup, Given.Parking, Given.OfferTime, Given.Act(3)).Accept(Help, Given.Act(4));

        var left = Reclassified(incident, Given.Fight);

        Assert.All(left.Assignments, assignment => Assert.Equal(AssignmentState.Accepted, assignment.State));
    }

    [Fact]
    public void C22_a_boa_without_the_power_for_the_new_type_is_called_back_and_an_outcome_of_before_does_not_end_the_incident()
    {
        var left = Reclassified(Given.Incident().EnRoute().RecordDisposition("warning", Given.Act(5)), Given.Dumping);

        Assert.Equal((AssignmentState.Withdrawn, IncidentState.Pending), (left.Find(Lead).State, left.State));
    }

    [Fact]
    public void A_unit_that_may_still_do_it_stays_though_it_is_small_for_the_new_type() =>
        Assert.Equal(AssignmentState.OnScene, Reclassified(Given.Incident().OnScene(), Given.Parking with { MinimumCrew = 4, Equipment = ["aed"] }).Find(Lead).State);

    [Theory]
    [InlineData(AssignmentState.Offered)]
    [InlineData(AssignmentState.Accepted)]
    [InlineData(AssignmentState.EnRoute)]
    public void C14_C40_a_boa_who_is_not_there_yet_is_called_back_and_told_why_when_the_police_leave(AssignmentState state)
    {
        var before = HelpedUpTo(state);

        var left = before.Withdraw(Lead, Given.Act(9)).WithoutLead(before, Catalog, Given.Act(9));

        Assert.Equal((AssignmentState.Withdrawn, IncidentState.Pending), (left.Find(Help).State, left.State));
        Assert.StartsWith("De politie leidt deze melding niet meer", left.Find(Help).EndReason, StringComparison.Ordinal);
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

        var left = Leave(before, end).WithoutLead(before, Catalog, Given.Act(9));

        Assert.Equal((AssignmentState.OnScene, IncidentState.Pending), (left.Find(Help).State, left.State));
        Assert.Equal([IncidentSignal.LeadLost], left.Signals);
        Assert.Equal(Given.Act(9).At, left.PendingSince);
        Assert.Equal([nameof(AssignmentLeadLost), nameof(IncidentReturned)], left.Happenings.TakeLast(2).Select(happening => happening.Kind));
        Assert.Equal(Boa.Name, left.Happenings[^2].Unit);
        Assert.Equal(["Boa-eenheid B-1 is nog ter plaatse, zonder politie: stuur een politie-eenheid of roep de boa terug."], left.LeadConsequences);
        Assert.Equal(left.State, IncidentJson.Read(IncidentJson.Write(left)).State);
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

    private static Incident HelpedUpTo(AssignmentState state)
    {
        var helped = Helped(Fight().Offer(Lead.Id, Police, AssignmentRole.Primary, Given.Fight, Given.OfferTime, Given.Act(1)).Accept(Lead, Given.Act(2)));
        if (state >= AssignmentState.Accepted) helped = Accept(helped, Help, Boa);
        if (state >= AssignmentState.EnRoute) helped = helped.GoEnRoute(Help, Given.Act(6));
        return state >= AssignmentState.OnScene ? helped.Arrive(Help, Given.Act(7)) : helped;
    }

    private static Incident Leave(Incident incident, AssignmentState end) => end switch
    {
        AssignmentState.Withdrawn => incident.Withdraw(Lead, Given.Act(9)),
        AssignmentState.Failed => incident.Fail(Lead, Given.Act(9)),
        AssignmentState.Cleared => incident.Clear(Lead, null, Given.Act(9)),
        AssignmentState.Preempted => incident.GiveUp(Lead, Given.Urgent(), mayLeaveScene: false, Given.Act(9)),
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Not a way to leave."),
    };

    private static Incident Fight() => Given.Incident() with { Type = Given.Fight.Code };

    private static Incident Helped(Incident incident) => incident.Offer(Help.Id, Boa, AssignmentRole.Backup, Given.Fight, Given.OfferTime, Given.Act(3));

    private static Incident Accept(Incident incident, AssignmentName name, UnitOnDuty unit) => incident.Accept(name, _ => unit, Given.Fight, Given.AllowedEquipment, Given.Act(5));

    private static Incident Reclassified(Incident incident, IncidentType type)
    {
        var act = Given.Act(8);
        return incident.Classify(Given.Classification() with { Type = type.Code }, act).WithdrawUnfit(type, Given.AllowedEquipment, name => name.IsPolice ? Police : Boa, act);
    }
}
