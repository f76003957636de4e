using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>What is asked of a unit before it is offered an incident: the same as the recommendation asks.</summary>
public sealed class OfferTests
{
    [Fact]
    public void An_offer_stands_for_as_long_as_the_municipality_decided()
    {
        var offer = Given.Incident().Offer(Given.AssignmentName().Id, Given.Unit(), AssignmentRole.Primary, Given.Parking, Given.OfferTime with { Validity = TimeSpan.FromSeconds(90) }, Given.Act(1)).Assignments.Single();

        Assert.Equal(Given.Assignment(AssignmentState.Offered) with { CallSign = "B-1", OfferedAt = Given.Now.AddSeconds(1), ExpiresAt = Given.Now.AddSeconds(91) }, offer);
    }

    [Fact]
    public void A_unit_is_offered_an_incident_once()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Incident().Offered().Offer(Given.Id(9), Given.Unit(), AssignmentRole.Primary, Given.Parking, Given.OfferTime, Given.Act(2)));

        Assert.Equal(AssignmentRules.NotOnItAlready, broken.Rule);
    }

    [Fact]
    public void A_unit_that_declined_may_be_asked_again()
    {
        var declined = Given.Incident().Offered().Decline(Given.AssignmentName(), Given.Act(2, "te ver"));

        var again = declined.Offer(Given.Id(9), Given.Unit(), AssignmentRole.Primary, Given.Parking, Given.OfferTime, Given.Act(3));

        Assert.Equal([AssignmentState.Declined, AssignmentState.Offered], again.Assignments.Select(one => one.State));
    }

    [Fact]
    public void C22_a_unit_without_the_power_is_refused_and_the_answer_names_it()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Incident().Offer(Given.Id(9), Given.Unit(), AssignmentRole.Primary, Given.Dumping, Given.OfferTime, Given.Act(1)));

        Assert.Equal(AssignmentRules.Competent, broken.Rule);
        Assert.Equal(("DOMAIN_MISSING", "niemand is bevoegd in domein II milieu, welzijn en infrastructuur"), (broken.Metadata["missing"], broken.Metadata["missingLabel"]));
        Assert.Equal((Given.Unit().Name.Value, "B-1"), (broken.Metadata["unit"], broken.Metadata["callSign"]));
    }

    [Fact]
    public void C21_a_unit_whose_akte_expired_yesterday_is_refused()
    {
        var unit = Given.Unit(crew: [[Given.Appointment(to: "2026-03-01")]]);

        var broken = Assert.Throws<RuleBroken>(() => AssignmentRules.RequireFit(unit, Given.Demand(Given.Parking), null, Given.Now));

        Assert.Equal(AssignmentRules.Competent, broken.Rule);
    }

    [Fact]
    public void A_crew_that_is_too_small_has_a_rule_of_its_own()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Incident().Offer(Given.Id(9), Given.Unit(), AssignmentRole.Primary, Given.Youth, Given.OfferTime, Given.Act(1)));

        Assert.Equal(AssignmentRules.CrewLargeEnough, broken.Rule);
        Assert.Equal(("CREW_TOO_SMALL", "1 van de 2 mensen die nodig zijn"), (broken.Metadata["missing"], broken.Metadata["missingLabel"]));
    }

    [Fact]
    public void C23_an_offer_asks_what_the_recommendation_asked_activity_and_equipment_too()
    {
        var unit = Given.Unit();

        Assert.Equal(AssignmentRules.NotOnBreak, Broken(unit.Duty with { Activity = UnitActivity.Break }));
        Assert.Equal(AssignmentRules.InService, Broken(unit.Duty with { Activity = UnitActivity.OutOfService }));
        Assert.Equal(AssignmentRules.EquipmentAllowed, Broken(unit.Duty with { Equipment = ["baton"] }));
        Assert.Equal(AssignmentRules.EquipmentPresent, Broken(unit.Duty with { Equipment = [] }, Given.Parking with { Equipment = ["aed"] }));

        Rule Broken(Duty duty, IncidentType? type = null) => Assert.Throws<RuleBroken>(() => AssignmentRules.RequireFit(unit with { Duty = duty }, Given.Demand(type ?? Given.Parking), null, Given.Now)).Rule;
    }

    [Fact]
    public void A_unit_fits_by_its_crew_together()
    {
        var unit = Given.Unit(crew: [[Given.Appointment(CompetenceDomain.Education)], [Given.Appointment()]]);

        Assert.Null(AssignmentRules.RequireFit(unit, Given.Demand(Given.Youth), null, Given.Now));
    }
}
