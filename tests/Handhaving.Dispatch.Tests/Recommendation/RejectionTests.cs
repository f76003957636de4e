using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Recommendation.Staffing;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>Why units do not come, what is short, and who is borrowed.</summary>
public sealed class RejectionTests
{
    [Fact]
    public void A_rejected_unit_keeps_all_its_reasons_and_a_shortfall_says_what_to_do()
    {
        var unit = Given.Unit(minimumCrew: 2, crew: [[Given.Appointment(territory: ["0971"])]]);
        var ranked = Fleets.Rank(Fleets.Ask(), (Fleets.Busy(unit, SlotUse.Committed, 3), Fleets.Fix(Given.Market)));

        Assert.Equal([RejectionCode.TerritoryMissing, RejectionCode.CrewTooSmall, RejectionCode.NotAvailable], Assert.Single(ranked.Rejections).Reasons.Select(reason => reason.Code));
        Assert.Equal("Geen eenheid in dienst is vrij en bevoegd. Zie de redenen per eenheid; vraag zo nodig de politie om hulp.", ranked.Shortage?.Text);
        Assert.Equal((1, 1, 1, 0), (ranked.Considered, ranked.RejectedCount, ranked.Shortage?.Wanted, ranked.Shortage?.Found));
        Assert.Equal([new(RejectionCode.TerritoryMissing, 1), new(RejectionCode.CrewTooSmall, 1), new(RejectionCode.NotAvailable, 1)], ranked.Reasons);
    }

    [Fact]
    public void Nobody_on_duty_is_a_shortfall_of_its_own() =>
        Assert.Equal("Er is geen eenheid in dienst. Vraag de teamleider of de politie om hulp.", Fleets.Rank(Fleets.Ask()).Shortage?.Text);

    [Fact]
    public void No_more_than_asked_for_are_picked_and_that_is_no_shortfall()
    {
        var ranked = Fleets.Rank(Fleets.Ask(limit: 1), (Fleets.Of(Given.Unit("b-1")), null), (Fleets.Of(Given.Unit("b-2")), null));

        Assert.Equal(("B-1", null), (Assert.Single(ranked.Picks).CallSign, ranked.Shortage));
    }

    [Fact]
    public void Fewer_than_wanted_are_a_shortfall_with_its_ways_out_the_lightest_first()
    {
        var ranked = Fleets.Rank(
            Fleets.Ask(priority: 1, reach: Fleets.Everywhere, wanted: 2),
            (Fleets.Of(Given.Unit("b-1")), null), (Fleets.Busy(Given.Unit("b-2"), SlotUse.Interruptible, 4), null), (Fleets.Of(Given.Unit("b-3", minimumCrew: 2)), null), (Fleets.Foreign(), null));

        Assert.Equal((2, 1), (ranked.Shortage?.Wanted, ranked.Shortage?.Found));
        Assert.Equal(
            [(WayOutKind.Interrupt, 1, null), (WayOutKind.Borrow, 1, Given.Now.AddMinutes(3)), (WayOutKind.Police, 0, null), (WayOutKind.Override, 1, (DateTimeOffset?)null)],
            ranked.Shortage?.WaysOut.Select(way => (way.Kind, way.Units, way.HoldUntil)));
    }

    [Theory]
    [InlineData(SlotUse.Offered, 5, false)]
    [InlineData(SlotUse.Committed, 5, false)]
    [InlineData(SlotUse.Interruptible, 4, true)]
    [InlineData(SlotUse.Interruptible, 3, false)]
    public void Only_a_job_that_may_be_interrupted_and_is_less_urgent_gives_its_unit_up(SlotUse use, int priority, bool picked)
    {
        var ranked = Fleets.Rank(Fleets.Ask(), (Fleets.Busy(Given.Unit(), use, priority), null));

        Assert.Equal(picked ? [] : [RejectionCode.NotAvailable], ranked.Rejections.SelectMany(rejected => rejected.Reasons).Select(reason => reason.Code));
        Assert.Equal(picked ? 1 : 0, ranked.Picks.Count);
    }

    [Fact]
    public void A_job_of_a_municipality_that_is_not_the_caller_s_is_not_interrupted() =>
        Assert.Empty(Fleets.Rank(Fleets.Ask(), (Fleets.Busy(Given.Unit(), SlotUse.Interruptible, 5, "0971"), null)).Picks);

    [Fact]
    public void A_unit_that_is_on_the_incident_already_has_a_reason_of_its_own()
    {
        var unit = Given.Unit();
        var assignment = Given.Assignment(AssignmentState.EnRoute) with { Unit = unit.Name };
        var incident = Given.Incident() with { Assignments = [assignment] };
        var ranked = Fleets.Rank(Fleets.Ask(incident: incident), (Fleets.Of(unit) with { Slot = new(assignment.Name, SlotUse.Interruptible, 5) }, null));

        Assert.Equal(RejectionCode.AlreadyOnIncident, Assert.Single(Assert.Single(ranked.Rejections).Reasons).Code);
        Assert.Equal([new(RejectionCode.AlreadyOnIncident, 1)], ranked.Reasons);
    }

    [Fact]
    public void A_job_on_a_restricted_incident_is_interrupted_by_who_may_read_that_alone()
    {
        var busy = Fleets.Busy(Given.Unit(), SlotUse.Interruptible, 5);
        var unit = busy with { Slot = busy.Slot is { } slot ? slot with { IsRestricted = true } : null };

        var hidden = Fleets.Rank(Fleets.Ask(), (unit, null));
        var seen = Fleets.Rank(Fleets.Ask(reach: Fleets.Region with { Restricted = RestrictedReach.All }), (unit, null));

        Assert.Empty(hidden.Picks);
        Assert.Equal([new Rejection(RejectionCode.NotAvailable, "is al met een melding bezig")], Assert.Single(hidden.Rejections).Reasons);
        var pick = Assert.Single(seen.Picks);
        Assert.NotNull(pick.Interrupts);
        Assert.Equal((pick.Interrupts, null), (pick.SeenBy(RestrictedReach.All).Interrupts, pick.SeenBy(RestrictedReach.None).Interrupts)); // as it is listed later
    }

    [Fact]
    public void A_unit_whose_duty_is_over_is_rejected_by_the_filter_of_assignment_too()
    {
        var unit = Given.Unit();
        var over = unit with { Duty = unit.Duty with { EndsAt = Given.Now } };

        var rejected = Assert.Single(Fleets.Rank(Fleets.Ask(), (Fleets.Of(over), null)).Rejections);
        var refused = Assert.Throws<ServiceDefaults.Errors.RuleBroken>(() => AssignmentRules.RequireFit(over, Given.Demand(Given.Parking), null, Given.Now));

        Assert.Equal([new(RejectionCode.DutyOver, "de dienst eindigde om 13:00")], rejected.Reasons);
        Assert.Equal(AssignmentRules.DutyNotOver, refused.Rule);
    }

    [Fact]
    public void A_duty_lasts_until_the_unit_is_there_and_done_wherever_it_is_asked()
    {
        var unit = Given.Unit(kind: UnitKind.Bike);
        var ending = unit with { Duty = unit.Duty with { EndsAt = Given.Now.AddMinutes(20) } };
        var (here, far) = (Fleets.Fix(Given.Market), Fleets.Fix(new(Given.Market.Latitude + 0.02, Given.Market.Longitude))); // 2.2 km, 12 minutes by bicycle
        var asked = Fleets.Ask();
        var question = asked with { Demand = asked.Demand with { Stay = TimeSpan.FromMinutes(15) } };
        var terms = Given.OfferTime with { Staffing = new([0, 15, 15, 15, 15], []) };

        var ranked = Fleets.Rank(question, (Fleets.Of(ending), far));
        var refused = Assert.Throws<ServiceDefaults.Errors.RuleBroken>(() => Offer(ending, terms with { LastFix = far }));

        Assert.Equal([new(RejectionCode.DutyOver, "de dienst eindigt om 13:20, en deze melding duurt naar verwachting van 13:11 tot 13:26")], Assert.Single(ranked.Rejections).Reasons);
        Assert.Equal((AssignmentRules.DutyNotOver, ranked.Rejections[0].Reasons[0].Text), (refused.Rule, refused.Metadata["missingLabel"]));
        Assert.Equal((1, 0), (ranked.RejectedCount, ranked.Picks.Count));
        Assert.Equal([new ReasonCount(RejectionCode.DutyOver, 1)], ranked.Reasons);
        Assert.Single(Fleets.Rank(question, (Fleets.Of(ending), here)).Picks);
        Assert.Single(Offer(ending, terms with { LastFix = here }).Assignments);
        Assert.Single(Offer(ending, terms with { LastFix = far, Staffing = StaffingTerms.None }).Assignments); // whatever is left is enough
    }

    private static Incident Offer(UnitOnDuty unit, OfferTerms terms) => (Given.Incident() with { Priority = 3 }).Offer(Given.Id(9), unit, AssignmentRole.Primary, Given.Parking, terms, Given.Act(0));

    [Fact]
    public void C21_a_kept_verdict_ends_with_the_day_of_the_akte()
    {
        var positions = new Dispatch.Positions.UnitPositions(TimeSpan.FromSeconds(60));
        using var fleet = Fleets.Filled(positions, [(Fleets.Of(Given.Unit(crew: [[Given.Appointment(to: "2026-03-02")]])), null)]);
        var search = new FleetSearch(fleet);

        Assert.Single(search.Find(Fleets.Ask(), 5).Fitting);
        Assert.Equal(RejectionCode.AppointmentExpired, Assert.Single(Assert.Single(search.Find(Fleets.Ask() with { Now = Given.Now.AddHours(12) }, 5).Rejected).Reasons).Code);
    }

    [Fact]
    public void A_kept_verdict_ends_with_the_duty()
    {
        var unit = Given.Unit();
        using var fleet = Fleets.Filled(new(TimeSpan.FromSeconds(60)), [(Fleets.Of(unit with { Duty = unit.Duty with { EndsAt = Given.Now.AddMinutes(1) } }), null)]);
        var search = new FleetSearch(fleet);

        Assert.Equal(1, search.Find(Fleets.Ask(), 5).Tally.Fits);
        Assert.Equal(0, search.Find(Fleets.Ask() with { Now = Given.Now.AddMinutes(1) }, 5).Tally.Fits);
    }

    [Fact]
    public void A_kept_verdict_ends_when_the_rest_of_the_duty_is_too_short_for_the_job()
    {
        var unit = Given.Unit();
        using var fleet = Fleets.Filled(new(TimeSpan.FromSeconds(60)), [(Fleets.Of(unit with { Duty = unit.Duty with { EndsAt = Given.Now.AddMinutes(31) } }), null)]);
        var search = new FleetSearch(fleet);
        var asked = Fleets.Ask() with { Demand = Fleets.Ask().Demand with { Stay = TimeSpan.FromMinutes(30) } };

        Assert.Equal(1, search.Find(asked, 5).Tally.Fits);
        Assert.Equal(0, search.Find(asked with { Now = Given.Now.AddMinutes(1) }, 5).Tally.Fits);
    }

    [Fact]
    public void C37_an_urgent_incident_is_shown_units_over_the_border_with_whose_they_are_and_nothing_more()
    {
        var foreign = (Fleets.Foreign(), (Dispatch.Positions.Fix?)Fleets.Fix(Given.Market));
        var waited = Given.Incident() with { Waited = TimeSpan.FromMinutes(1) };

        var pick = Assert.Single(Fleets.Rank(Fleets.Ask(priority: 2, reach: Fleets.Everywhere, incident: waited), foreign).Picks);

        Assert.Equal(new Borrowed("municipalities/0882", Given.Now.AddMinutes(4)), pick.Borrowed);
        Assert.Equal(0, pick.DistanceMeters);
        Assert.Equal(
            ["bevoegd in 0888", "een boa gaat hier voor", "ongeveer 1 min rijden", "van een ander team (Landgraaf): lenen kan zonder reden vanaf 13:04"], pick.Factors);
    }

    [Fact]
    public void C37_a_borrower_is_told_that_a_unit_does_not_fit_and_nothing_of_its_people()
    {
        var (foreign, unit) = (Fleets.Foreign(), Given.Unit("f-2", crew: [[Given.Appointment(territory: ["0888"], to: "2026-03-01")]]));
        var resting = foreign with { Unit = unit with { Name = foreign.Unit.Name, Duty = unit.Duty with { Activity = Dispatch.Duties.UnitActivity.Break } } };

        var ranked = Fleets.Rank(Fleets.Ask(priority: 2, reach: Fleets.Everywhere), (resting, null));

        Assert.Equal([new(RejectionCode.NotAvailable, "is niet beschikbaar"), new(RejectionCode.DomainMissing, "is niet bevoegd voor deze melding")], Assert.Single(ranked.Rejections).Reasons);
        Assert.Equal([new(RejectionCode.DomainMissing, 1), new(RejectionCode.NotAvailable, 1)], ranked.Reasons);
    }

    [Fact]
    public void C37_another_incident_is_shown_none_of_them_and_not_even_their_number()
    {
        var ranked = Fleets.Rank(Fleets.Ask(), (Fleets.Foreign(), null), (Fleets.Of(Given.Unit()), null));

        Assert.Equal(("B-1", 1), (Assert.Single(ranked.Picks).CallSign, ranked.Considered));
    }

    [Fact]
    public void C37_within_a_step_of_travel_time_a_unit_of_the_region_comes_before_one_that_is_borrowed() => Assert.Equal(
        ["Z-1", "F-1"],
        Fleets.Rank(Fleets.Ask(priority: 1, reach: Fleets.Everywhere), (Fleets.Foreign(), Fleets.Fix(Given.Market)), (Fleets.Of(Given.Unit("z-1")), Fleets.Fix(Given.Market))).Picks.Select(pick => pick.CallSign));

    [Fact]
    public void Only_the_nearest_rejected_units_are_told_of_and_all_are_counted()
    {
        var units = Enumerable.Range(1, 30).Select(number => ((FleetUnit, Dispatch.Positions.Fix?))(Fleets.Of(Given.Unit($"b-{number:00}", minimumCrew: 2)), Fleets.Fix(new(50.94 + number * 0.004, 5.7951)))).ToArray();

        var ranked = Fleets.Rank(Fleets.Ask(rejections: 3), units);

        Assert.Equal(["B-01", "B-02", "B-03"], ranked.Rejections.Select(rejected => rejected.CallSign));
        Assert.Equal((30, 30), (ranked.RejectedCount, Assert.Single(ranked.Reasons).Units));
    }
}
