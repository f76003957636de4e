using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Xunit;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>Domain x territory x date x crew, and what the answer names.</summary>
public sealed class UnitFilterTests
{
    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-03-01", false)]
    public void C21_an_akte_removes_the_unit_from_the_day_after_its_last(string validTo, bool fits)
    {
        var reasons = Reject(Given.Unit(crew: [[Given.Appointment(to: validTo)]]), Given.Parking);

        Assert.Equal(fits ? [] : [new Rejection(RejectionCode.AppointmentExpired, "de akte is niet geldig op 02-03-2026 (geldig van 01-01-2025 tot en met 01-03-2026)")], reasons);
    }

    [Fact]
    public void C21_an_akte_that_begins_tomorrow_does_not_count_today() =>
        Assert.Equal(RejectionCode.AppointmentExpired, Assert.Single(Reject(Given.Unit(crew: [[Given.Appointment(from: "2026-03-03")]]), Given.Parking)).Code);

    [Fact]
    public void C22_the_answer_names_the_missing_domain() =>
        Assert.Equal([new(RejectionCode.DomainMissing, "niemand is bevoegd in domein II milieu, welzijn en infrastructuur")], Reject(Given.Unit(), Given.Dumping));

    [Fact]
    public void C22_the_answer_names_the_municipality_where_the_akte_does_not_hold() =>
        Assert.Equal([new(RejectionCode.TerritoryMissing, "de akte geldt niet in gemeente Beek")], Reject(Given.Unit(crew: [[Given.Appointment(territory: ["0971", "1883"])]]), Given.Parking));

    [Fact]
    public void Domain_place_and_date_must_meet_in_one_akte()
    {
        var unit = Given.Unit(crew: [[Given.Appointment(territory: ["0971"]), Given.Appointment(to: "2026-01-01"), Given.Appointment(CompetenceDomain.Environment)]]);

        Assert.Equal(RejectionCode.AppointmentExpired, Assert.Single(Reject(unit, Given.Parking)).Code);
    }

    [Fact]
    public void Domain_VI_covers_every_domain()
    {
        var unit = Given.Unit(crew: [[Given.Appointment(CompetenceDomain.GeneralDetection)]]);

        Assert.All(Enum.GetValues<CompetenceDomain>(), domain => Assert.Empty(Reject(unit, Given.Parking with { Domains = [domain] })));
    }

    [Fact]
    public void The_police_s_own_domain_is_covered_by_no_other() =>
        Assert.Equal(RejectionCode.DomainMissing, Assert.Single(Reject(Given.Unit(), Given.Parking with { Domains = [CompetenceDomain.GeneralDetection] })).Code);

    [Fact]
    public void C21_every_domain_of_the_kind_must_be_held_by_somebody_of_the_crew()
    {
        var both = Given.Parking with { Domains = [CompetenceDomain.PublicSpace, CompetenceDomain.Environment] };

        Assert.Equal(RejectionCode.DomainMissing, Assert.Single(Reject(Given.Unit(), both)).Code);
        Assert.Empty(Reject(Given.Unit(crew: [[Given.Appointment()], [Given.Appointment(CompetenceDomain.Environment)]]), both));
    }

    [Fact]
    public void A_kind_for_which_all_must_be_competent_asks_each_of_the_crew()
    {
        var all = Given.Parking with { CrewRule = CrewRule.AllMembers };

        Assert.Equal("niet iedereen is bevoegd in domein I openbare ruimte", Assert.Single(Reject(Given.Unit(crew: [[Given.Appointment()], [Given.Appointment(CompetenceDomain.Environment)]]), all)).Text);
        Assert.Empty(Reject(Given.Unit(crew: [[Given.Appointment()], [Given.Appointment()]]), all));
    }

    [Theory]
    [InlineData(AssignmentRole.Primary, false, false)]
    [InlineData(AssignmentRole.Primary, true, false)]
    [InlineData(AssignmentRole.Backup, false, false)]
    [InlineData(AssignmentRole.Backup, true, true)]
    public void C14_a_boa_never_leads_what_is_the_police_s_alone_and_helps_only_beside_them(AssignmentRole role, bool policeLead, bool fits)
    {
        var boa = Given.Unit(crew: [[Given.Appointment()], [Given.Appointment(CompetenceDomain.GeneralDetection)]]);

        Assert.Equal(fits ? [] : [RejectionCode.PoliceOnly], UnitFilter.Reject(boa, Given.Demand(Given.Fight, role, policeLead), Given.Now).Select(reason => reason.Code));
        Assert.Empty(UnitFilter.Reject(Given.Police(), Given.Demand(Given.Fight, role, policeLead), Given.Now));
    }

    [Fact]
    public void C22_a_boa_who_helps_the_police_needs_an_akte_that_holds_there()
    {
        var stranger = Given.Unit(crew: [[Given.Appointment(territory: ["0971"])], [Given.Appointment(territory: ["0971"])]]);

        Assert.Equal(RejectionCode.TerritoryMissing, Assert.Single(UnitFilter.Reject(stranger, Given.Demand(Given.Fight, AssignmentRole.Backup, hasPoliceLead: true), Given.Now)).Code);
    }

    [Theory]
    [InlineData("parking.nuisance", Leadership.BoaFirst)]
    [InlineData("traffic.obstruction", Leadership.BoaFirst)]
    [InlineData("traffic.closed-road", Leadership.BoaFirst)]
    [InlineData("traffic.moving", Leadership.PoliceOnly)]
    public void C40_stationary_offences_go_to_boas_and_moving_ones_outside_their_list_to_the_police(string type, Leadership leadership) =>
        Assert.Equal(leadership, IncidentCatalog.Load().Find(type).Leadership);

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 1, false)]
    [InlineData(1, 2, false)]
    public void The_stricter_of_the_crew_rules_of_type_and_unit_counts(int ofType, int ofUnit, bool fits) =>
        Assert.Equal(fits, Reject(Given.Unit(minimumCrew: ofUnit), Given.Parking with { MinimumCrew = ofType }).Count == 0);

    [Theory]
    [InlineData(UnitActivity.Available, null)]
    [InlineData(UnitActivity.Patrolling, null)]
    [InlineData(UnitActivity.Break, RejectionCode.OnBreak)]
    [InlineData(UnitActivity.OutOfService, RejectionCode.OutOfService)]
    public void A_unit_that_takes_no_work_is_rejected(UnitActivity activity, RejectionCode? code)
    {
        var unit = Given.Unit();

        var reasons = Reject(unit with { Duty = unit.Duty with { Activity = activity } }, Given.Parking);

        Assert.Equal(code is { } one ? [one] : [], reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void C23_a_boa_that_carries_what_the_place_of_the_task_does_not_allow_is_rejected_by_the_piece()
    {
        var unit = Carrying(Given.Unit(), "baton", "bodycam", "pepper-spray");

        Assert.Equal(
            [
                new(RejectionCode.EquipmentNotAllowed, "draagt korte wapenstok, dat mag niet in gemeente Beek"),
                new(RejectionCode.EquipmentNotAllowed, "draagt pepperspray, dat mag niet in gemeente Beek"),
            ],
            Reject(unit, Given.Parking));
    }

    [Fact]
    public void C23_the_police_carry_what_national_rules_allow() => Assert.Empty(Reject(Carrying(Given.Police(), "baton", "pepper-spray"), Given.Parking));

    [Fact]
    public void What_the_kind_of_incident_needs_must_be_there_for_the_police_too()
    {
        var needy = Given.Parking with { Equipment = ["dog"] };

        Assert.Equal([new(RejectionCode.EquipmentMissing, "heeft geen diensthond")], Reject(Carrying(Given.Police(), "handcuffs"), needy));
        Assert.Empty(Reject(Carrying(Given.Unit(), "dog"), needy));
    }

    [Fact]
    public void All_reasons_are_given_not_only_the_first() =>
        Assert.Equal([RejectionCode.DomainMissing, RejectionCode.CrewTooSmall], Reject(Given.Unit(minimumCrew: 2), Given.Dumping).Select(reason => reason.Code));

    [Theory]
    [InlineData("2026-01-31T22:59:59Z", "2026-01-31")] // winter: UTC+1
    [InlineData("2026-01-31T23:00:00Z", "2026-02-01")]
    [InlineData("2026-07-31T21:59:59Z", "2026-07-31")] // summer: UTC+2
    [InlineData("2026-07-31T22:00:00Z", "2026-08-01")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")] // the day the clock goes forward
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")] // the day it goes back, of 25 hours
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    public void A_day_ends_at_midnight_in_the_Netherlands(string instant, string day) =>
        Assert.Equal(Given.Day(day), UnitFilter.DayOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));

    private static UnitOnDuty Carrying(UnitOnDuty unit, params string[] equipment) => unit with { Duty = unit.Duty with { Equipment = equipment } };

    private static List<Rejection> Reject(UnitOnDuty unit, IncidentType type) => [.. UnitFilter.Reject(unit, Given.Demand(type), Given.Now)];
}
