using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.People;

public sealed class OfficerTests
{
    [Fact]
    public void Two_contracts_do_not_hold_on_one_day()
    {
        Assert.Equal(PeopleRules.NoOverlap, Broken(Details([Given.Contract(until: new(2026, 6, 30)), Given.Contract(new(2026, 6, 30))])));
        Assert.Equal(PeopleRules.NoOverlap, Broken(Details([Given.Contract(new(2026, 6, 30)), Given.Contract()])));
        Assert.Equal(PeopleRules.TermInOrder, Broken(Details([Given.Contract(new(2026, 6, 30), new(2026, 6, 29))])));
        Given.Known().Require(Details([Given.Contract(new(2026, 7, 1)), Given.Contract(until: new(2026, 6, 30))]));
    }

    [Fact]
    public void A_file_names_what_there_is()
    {
        Assert.Equal(PeopleRules.KnownTeam, Broken(Details() with { StaffTeam = "ruiters" }));
        Assert.Equal(LedgerRules.KnownFunction, Broken(Details([Given.Contract() with { OtherFunctions = ["ruiter"] }])));
        Assert.Equal(LedgerRules.FunctionOfOwner, Broken(Details([Given.Contract() with { OtherFunctions = ["noodhulp"] }])));
        Assert.Equal(PeopleRules.KnownMunicipality, Broken(Details() with { District = new("9999") }));
        Assert.Equal(PeopleRules.KnownMunicipality, Broken(Details() with { Appointments = [Given.Akte() with { Territory = ["0971", "9999"] }] }));
        Assert.Equal(CompetenceRules.TermNotTooLong, Broken(Details() with { Appointments = [Given.Akte(new(2030, 1, 1))] }));
        Assert.Equal(PeopleRules.LocalTerritory, Broken(Details() with { Appointments = [Given.Akte() with { Territory = ["NL"] }] }));
    }

    [Fact]
    public void Only_who_is_lent_has_a_borrower_and_that_is_elsewhere()
    {
        Assert.Equal(PeopleRules.BorrowerOfLent, Refused(Given.Absence(AbsenceKind.Leave, Given.At(1, 8), Given.At(1, 12), new("0888"))));
        Assert.Equal(PeopleRules.BorrowerElsewhere, Refused(Given.Absence(AbsenceKind.LentOut, Given.At(1, 8), Given.At(1, 12), Given.Stein)));
        Assert.Equal(LedgerRules.NotEmpty, Refused(Given.Absence(AbsenceKind.Sick, Given.At(1, 8), Given.At(1, 8))));
        Assert.Equal(LedgerRules.NotTooLong, Refused(Given.Absence(AbsenceKind.Sick, Given.At(1, 8), Given.At(1, 8).AddDays(732))));
    }

    [Fact]
    public void An_absence_is_changed_and_taken_back_by_its_id()
    {
        var absence = Given.Absence(AbsenceKind.Sick, Given.At(1, 8), Given.At(5, 8));
        var sick = Given.Officer("a").Report(absence, Given.Act);

        var better = sick.Change(Given.Absence(AbsenceKind.Sick, Given.At(1, 8), Given.At(2, 8)) with { Id = absence.Id }, Given.Act);

        Assert.Equal((3L, Given.At(2, 8)), (better.Version, Assert.Single(better.Absences).Absence.Time.End));
        Assert.Empty(better.Withdraw(absence.Id, Given.Act).Absences);
        Assert.Throws<NotFound>(() => better.Withdraw(Guid.NewGuid(), Given.Act));
    }

    [Fact]
    public void A_thousand_absences_are_enough()
    {
        var officer = Given.Officer("a") with { Absences = [.. Enumerable.Repeat(Given.Absence(AbsenceKind.Leave, Given.At(1, 8), Given.At(1, 12)), 1000)] };

        Assert.Equal(PeopleRules.AbsencesInReach, Assert.Throws<RuleBroken>(() => officer.Report(Given.Absence(AbsenceKind.Leave, Given.At(2, 8), Given.At(2, 12)), Given.Act)).Rule);
    }

    private static OfficerDetails Details(params EmploymentContract[] contracts) => new("A", "boa", contracts.Length > 0 ? contracts : [Given.Contract()], [Given.Akte()], null);

    private static Rule Broken(OfficerDetails details) => Assert.Throws<RuleBroken>(() => Given.Known().Require(details)).Rule;

    private static Rule Refused(RegisteredAbsence absence) => Assert.Throws<RuleBroken>(() => Given.Officer("a").Report(absence, Given.Act)).Rule;
}
