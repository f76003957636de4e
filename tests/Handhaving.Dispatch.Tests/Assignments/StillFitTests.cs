using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.History;
using Handhaving.Dispatch.Types;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Errors;
using Xunit;
using static Handhaving.Dispatch.Tests.Assignments.LedFight;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>What was offered or taken is weighed again when it is accepted and when the incident turns out to be something else.</summary>
public sealed class StillFitTests
{
    private static readonly IncidentCatalog Catalog = IncidentCatalog.Load();

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
        var left = Reclassified(Given.Incident().EnRoute(), Given.Fight);

        Assert.Equal((AssignmentState.Withdrawn, IncidentState.Pending), (left.Find(Lead).State, left.State));
        Assert.Equal(CalledBack.NotFit, left.Find(Lead).CalledBack);
        Assert.StartsWith("Past niet meer bij de soort melding: ", left.Find(Lead).EndReason, StringComparison.Ordinal);
        Assert.Equal([nameof(IncidentClassified), nameof(AssignmentWithdrawn), nameof(IncidentReturned)], left.Happenings.TakeLast(3).Select(happening => happening.Kind));
    }

    [Fact]
    public void C14_a_boa_on_scene_at_what_turns_out_to_be_the_polices_stays_as_help_and_the_incident_waits_for_the_police()
    {
        var left = Reclassified(Given.Incident().OnScene(), Given.Fight);

        Assert.Equal((AssignmentState.OnScene, AssignmentRole.Backup, IncidentState.Pending), (left.Find(Lead).State, left.Find(Lead).Role, left.State));
        Assert.Equal([IncidentSignal.LeadLost], left.Signals);
        Assert.Equal([nameof(IncidentClassified), nameof(AssignmentRoleChanged), nameof(AssignmentLeadLost), nameof(IncidentReturned)], left.Happenings.TakeLast(4).Select(happening => happening.Kind));
        Assert.Equal(["Boa-eenheid B-1 is nog ter plaatse, zonder politie: stuur een politie-eenheid of roep de boa terug."], left.LeadConsequences);
    }

    [Fact]
    public void C14_a_boa_on_scene_with_the_police_leads_no_longer_when_it_turns_out_to_be_theirs()
    {
        var incident = Given.Incident().OnScene();
        incident = incident.Offer(Help.Id, Police, AssignmentRole.Primary, Given.Parking, Given.OfferTime, Given.Act(5)).Accept(Help, Given.Act(6));

        var left = Reclassified(incident, Given.Fight);

        Assert.Equal((AssignmentState.OnScene, AssignmentRole.Backup, IncidentState.OnScene), (left.Find(Lead).State, left.Find(Lead).Role, left.State));
        Assert.Equal((nameof(AssignmentRoleChanged), Boa.Name, "De politie moet deze melding leiden; deze boa helpt daar"), (left.Happenings[^1].Kind, left.Happenings[^1].Unit, left.Happenings[^1].Act.Text));
        Assert.Equal([new Change("role", "Primary", "Backup")], left.Happenings[^1].Changes);
        Assert.Empty(left.Signals);
    }

    [Fact]
    public void C14_a_boa_whom_the_police_left_stays_when_it_turns_out_to_be_something_else_that_is_theirs()
    {
        var before = HelpedUpTo(AssignmentState.OnScene);

        var left = Reclassified(before.Withdraw(Lead, Given.Act(7)).WithoutLead(before, Catalog, Given.Act(7)), Given.Fight with { Code = "assault.other" });

        Assert.Equal((AssignmentState.OnScene, IncidentState.Pending), (left.Find(Help).State, left.State));
        Assert.DoesNotContain(left.Happenings, happening => happening.Fact is AssignmentRoleChanged);
        Assert.Equal([IncidentSignal.LeadLost], left.Signals);
        Assert.Single(left.Happenings, happening => happening.Fact is AssignmentLeadLost); // it waits for police since they left, and is told once
        Assert.Single(left.Happenings, happening => happening.Fact is IncidentReturned);
        Assert.Equal(Given.Act(7).At, left.PendingSince);
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

    private static Incident Reclassified(Incident incident, IncidentType type)
    {
        var act = Given.Act(8);
        return incident.Classify(Given.Classification() with { Type = type.Code }, type.Leadership is Leadership.PoliceOnly, act).WithdrawUnfit(type, Given.AllowedEquipment, name => name.IsPolice ? Police : Boa, act);
    }
}
