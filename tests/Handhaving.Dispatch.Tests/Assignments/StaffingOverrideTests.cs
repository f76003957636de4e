using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>What a supervisor may set aside with a reason, and what nobody may.</summary>
public sealed class StaffingOverrideTests
{
    private static readonly OfferTerms SetAside = Given.OfferTime with { OverrideReason = "collega is onderweg" };

    [Fact]
    public void A_crew_that_is_too_small_goes_with_a_reason_and_all_can_read_it()
    {
        var offered = Offer(Given.Unit(), Given.Youth, SetAside);

        Assert.Equal(("collega is onderweg", "CREW_TOO_SMALL"), (offered.Assignments[0].Override?.Reason, offered.Assignments[0].Override?.Rules.Single()));
        Assert.Equal("Opzijgezet (bezetting): collega is onderweg", offered.Happenings[^1].Act.Text);
        Assert.Equal(["CREW_TOO_SMALL"], Assert.IsType<AssignmentOffered>(offered.Happenings[^1].Fact).SetAside);
    }

    [Fact]
    public void A_crew_whose_duty_is_over_goes_with_a_reason()
    {
        var unit = Given.Unit();
        var late = unit with { Duty = unit.Duty with { EndsAt = Given.Now } };

        Assert.Equal(AssignmentRules.DutyNotOver, Assert.Throws<RuleBroken>(() => Offer(late, Given.Parking, Given.OfferTime)).Rule);
        Assert.Equal("Opzijgezet (einde dienst, bezetting): collega is onderweg", Offer(late, Given.Youth, SetAside).Happenings[^1].Act.Text);
    }

    [Fact]
    public void A_reason_where_nothing_is_set_aside_is_not_kept()
    {
        var offered = Offer(Given.Unit(), Given.Parking, SetAside);

        Assert.Null(offered.Assignments[0].Override);
        Assert.Null(offered.Happenings[^1].Act.Text);
    }

    [Fact]
    public void C14_C_21_C_22_C_23_what_the_law_asks_is_never_set_aside()
    {
        var unit = Given.Unit();

        Assert.Equal(AssignmentRules.Competent, Broken(unit, Given.Dumping));
        Assert.Equal(AssignmentRules.Competent, Broken(Given.Unit(crew: [[Given.Appointment(territory: ["0971"])]]), Given.Parking));
        Assert.Equal(AssignmentRules.Competent, Broken(Given.Unit(crew: [[Given.Appointment(to: "2026-03-01")]]), Given.Parking));
        Assert.Equal(AssignmentRules.MayLead, Broken(unit, Given.Fight));
        Assert.Equal(AssignmentRules.EquipmentAllowed, Broken(unit with { Duty = unit.Duty with { Equipment = ["baton"] } }, Given.Parking));
        Assert.Equal(AssignmentRules.EquipmentPresent, Broken(unit, Given.Parking with { Equipment = ["aed"] }));
    }

    [Fact]
    public void A_unit_on_break_or_out_of_service_is_not_sent_either()
    {
        var unit = Given.Unit();

        Assert.Equal(AssignmentRules.NotOnBreak, Broken(unit with { Duty = unit.Duty with { Activity = UnitActivity.Break } }, Given.Parking));
        Assert.Equal(AssignmentRules.InService, Broken(unit with { Duty = unit.Duty with { Activity = UnitActivity.OutOfService } }, Given.Parking));
    }

    [Fact]
    public void A_small_crew_without_the_power_is_refused_for_the_power() => Assert.Equal(AssignmentRules.Competent, Broken(Given.Unit(minimumCrew: 2), Given.Dumping));

    private static Rule Broken(UnitOnDuty unit, IncidentType type) => Assert.Throws<RuleBroken>(() => Offer(unit, type, SetAside)).Rule;

    private static Incident Offer(UnitOnDuty unit, IncidentType type, OfferTerms terms) => Given.Incident().Offer(Given.AssignmentName().Id, unit, AssignmentRole.Primary, type, terms, Given.Act(1));
}
