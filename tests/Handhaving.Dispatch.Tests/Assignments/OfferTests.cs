using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Officers;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Xunit;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>What is asked of a unit before it is offered an incident: the same as the recommendation asks.</summary>
public sealed class OfferTests
{
    [Fact]
    public void An_offer_stands_for_as_long_as_the_municipality_decided()
    {
        var offer = Given.Incident().Offer(Given.AssignmentName().Id, Given.Unit(), Given.Parking, TimeSpan.FromSeconds(90), Given.Act(1)).Assignments.Single();

        Assert.Equal(Given.Assignment(AssignmentState.Offered) with { OfferedAt = Given.Now.AddSeconds(1), ExpiresAt = Given.Now.AddSeconds(91) }, offer);
    }

    [Fact]
    public void A_unit_is_offered_an_incident_once()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Incident().Offered().Offer(Given.Id(9), Given.Unit(), Given.Parking, Given.OfferTime, Given.Act(2)));

        Assert.Equal(AssignmentRules.NotOnItAlready, broken.Rule);
    }

    [Fact]
    public void A_unit_that_declined_may_be_asked_again()
    {
        var declined = Given.Incident().Offered().Decline(Given.AssignmentName(), Given.Act(2, "te ver"));

        var again = declined.Offer(Given.Id(9), Given.Unit(), Given.Parking, Given.OfferTime, Given.Act(3));

        Assert.Equal([AssignmentState.Declined, AssignmentState.Offered], again.Assignments.Select(one => one.State));
    }

    [Fact]
    public void C_22_a_unit_without_the_power_is_refused_and_the_answer_names_it()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Incident().Offer(Given.Id(9), Given.Unit(), Given.Dumping, Given.OfferTime, Given.Act(1)));

        Assert.Equal(AssignmentRules.Competent, broken.Rule);
        Assert.Equal("niemand is bevoegd in domein II milieu, welzijn en infrastructuur", broken.Metadata["missing"]);
        Assert.Equal("B-1", broken.Metadata["unit"]);
    }

    [Fact]
    public void C_21_a_unit_whose_akte_expired_yesterday_is_refused()
    {
        var unit = Given.Unit(crew: [[Given.Appointment(to: "2026-03-01")]]);

        var broken = Assert.Throws<RuleBroken>(() => AssignmentRules.RequireFit(unit, Given.Parking, new TenantId("0888"), Given.Now));

        Assert.Equal(AssignmentRules.Competent, broken.Rule);
    }

    [Fact]
    public void A_crew_that_is_too_small_has_a_rule_of_its_own()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Incident().Offer(Given.Id(9), Given.Unit(), Given.Youth, Given.OfferTime, Given.Act(1)));

        Assert.Equal(AssignmentRules.CrewLargeEnough, broken.Rule);
        Assert.Equal("1 van de 2 mensen die nodig zijn", broken.Metadata["missing"]);
    }

    [Fact]
    public void A_unit_fits_by_its_crew_together()
    {
        var unit = Given.Unit(crew: [[Given.Appointment(CompetenceDomain.Education)], [Given.Appointment()]]);

        AssignmentRules.RequireFit(unit, Given.Youth, new TenantId("0888"), Given.Now);
    }
}
