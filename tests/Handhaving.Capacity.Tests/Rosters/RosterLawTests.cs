using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using File = Handhaving.Capacity.Tests.People.Given;

namespace Handhaving.Capacity.Tests.Rosters;

public sealed class RosterLawTests
{
    [Fact]
    public void Ordinary_days_have_nothing_against_them() =>
        Assert.Empty(RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 1, 8, 16), Given.Shift(Given.A, 2, 8, 16), Given.Shift(Given.B, 1, 14, 22)), Given.Known()));

    [Fact]
    public void Late_then_early_breaks_the_rest_also_where_the_late_shift_is_of_the_roster_before()
    {
        var draft = Given.Draft(Given.Shift(Given.A, 1, 8, 16), Given.Shift(Given.A, 2, 1, 8));

        var finding = RosterLaw.Findings(draft, Given.Known(null, (Given.A, PlannedShift.WorkOf(new(File.At(1, 0).AddHours(-10), File.At(1, 0).AddHours(-1)), 30)))).First(finding => finding.IsBreach);

        Assert.Equal(("daily-rest", "a", 11, "hours"), (finding.Rule, finding.Officer.Id, finding.Limit, finding.Unit));
        Assert.Equal("ATW 5:3 lid 2", finding.Article);
        Assert.Equal(9, finding.Measured);
    }

    [Fact]
    public void Powers_and_presence_are_tested_over_the_whole_shift()
    {
        var expiring = File.Officer("a", appointments: [File.Akte(new(2026, 12, 3))]);
        var sick = File.Officer("b").Report(File.Absence(AbsenceKind.Sick, File.At(5, 3), File.At(6, 0)), File.Act);

        var findings = RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 3, 20, 28), Given.Shift(Given.B, 4, 22, 28), Given.Shift(Given.B, 8, 8, 16, "boa-2")), Given.Known([expiring, sick]));

        Assert.Equal([("b", "short-sick"), ("a", "no-valid-akte.expired"), ("b", "no-contract"), ("b", "no-valid-akte.domain")],
            findings.Where(finding => finding.IsBreach).OrderBy(finding => finding.Rule is "short-sick" ? 0 : 1).Select(finding => (finding.Officer.Id, finding.Rule)));
        Assert.Equal(File.At(4, 0), findings.Single(finding => finding.Rule == "no-valid-akte.expired").Time.Start);
    }

    [Fact]
    public void Two_shifts_at_once_are_told_once_and_what_was_worked_stands_in_the_place_of_what_was_planned()
    {
        var draft = Given.Draft(Given.Shift(Given.A, 1, 8, 16), Given.Shift(Given.A, 1, 15, 22));

        Assert.Equal([("a", "overlap", FindingSeverity.Breach)], RosterLaw.Findings(draft, Given.Known()).Told());
        Assert.Empty(RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 1, 8, 16)), Given.Known(null, (Given.A, PlannedShift.WorkOf(new(File.At(1, 8), File.At(1, 17)), 45, ShiftKind.Worked)))));
    }

    [Fact]
    public void Who_is_at_work_goes_on_as_planned_and_all_of_it_is_one_duty()
    {
        var begun = PlannedShift.WorkOf(new(File.At(1, 16), File.At(1, 17)), 0, ShiftKind.Worked) with { IsRunning = true };

        var findings = RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 1, 16, 39)), Given.Known(null, (Given.A, begun))); // to three in the afternoon

        Assert.Contains(findings, finding => finding is { IsBreach: true, Measured: 22.25 });
        Assert.Empty(RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 1, 16, 23)), Given.Known(null, (Given.A, begun))));
    }

    [Fact]
    public void Somebody_lent_works_for_the_borrower_within_the_loan_alone()
    {
        var beek = new TenantId("0888");
        var lent = File.Officer("l", appointments: [File.Akte() with { Territory = ["0971"] }], owner: beek).Report(File.Absence(AbsenceKind.LentOut, File.At(1, 0), File.At(3, 0), Given.Stein), File.Act);

        Assert.Empty(RosterLaw.Findings(Given.Draft(Given.Shift(lent.Name, 2, 8, 16)), Given.Known([lent])));
        Assert.Equal([("l", "not-lent", FindingSeverity.Breach)], RosterLaw.Findings(Given.Draft(Given.Shift(lent.Name, 3, 8, 16)), Given.Known([lent])).Told());
        Assert.Equal([("l", "not-lent", FindingSeverity.Breach)], RosterLaw.Findings(Given.Draft(Given.Shift(lent.Name, 2, 8, 16)), Given.Known([])).Told()); // the loan is gone, and with it the file
    }

    [Fact]
    public void More_than_the_contract_is_a_warning_and_does_not_stand_in_the_way()
    {
        var days = new[] { 1, 2, 3, 4, 7, 8, 9, 10, 11 };
        var findings = RosterLaw.Findings(Given.Draft([.. days.Select(day => Given.Shift(Given.A, day, 8, 18))]), Given.Known());

        Assert.Equal([("a", "contract-hours", FindingSeverity.Warning)], findings.Told());
        RosterLaw.Require(findings);
    }

    [Fact]
    public void A_refusal_names_the_rule_the_person_and_the_moment()
    {
        var findings = RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 1, 8, 21)), Given.Known());

        var broken = Assert.Throws<RuleBroken>(() => RosterLaw.Require(findings));

        Assert.Equal((DutyRosterRules.Lawful, "1"), (broken.Rule, broken.Metadata["count"]));
        Assert.Equal("shift-length a 2026-12-01T07:00Z", broken.Metadata["breaches"]);
    }
}
