using CsCheck;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Tables;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.People;

public sealed class TableTests
{
    [Fact]
    public void A_file_of_a_dutch_spreadsheet_is_read_with_its_lines()
    {
        var rows = CsvTable.Read("\uFEFFa;b\r\n1;\"twee; \"\"regels\"\"\nhier\"\r\n\r\n3;4");

        Assert.Equal([(1, "a|b"), (2, "1|twee; \"regels\"\nhier"), (5, "3|4")], rows.Select(row => (row.Line, string.Join('|', row.Fields))));
    }

    [Theory]
    [InlineData("a,b\n1,\"open")]
    [InlineData("a,b\n1,\"dicht\" en meer")]
    public void A_quote_that_is_left_open_is_refused_with_its_line(string text) =>
        Assert.Equal("2", Assert.Throws<RuleBroken>(() => CsvTable.Read(text)).Metadata["line"]);

    [Fact]
    public void What_is_written_is_read_again() => Gen.String[Gen.Char["ab,;\"\n\r 1=+-@'\t"], 0, 6].Where(text => text == text.Trim() && text.Length > 0).Array[2, 2].Array[1, 4].Sample(
        drawn => Assert.Equal(drawn.Select(row => (IReadOnlyList<string>)row), CsvTable.Read(CsvTable.Write(drawn.Prepend(["a", "b"]))).Skip(1).Select(row => row.Fields)), iter: 500);

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+31")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData(" =1")]
    [InlineData("'=1")]
    public void What_a_spreadsheet_takes_for_a_formula_is_written_as_text(string field) =>
        Assert.StartsWith("'", CsvTable.Write([[field]]).TrimStart('"'), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-30 08:00", "2026-11-30T07:00:00Z")]
    [InlineData("30-11-2026 08:00:30", "2026-11-30T07:00:30Z")]
    [InlineData("2026-11-30T08:00:00Z", "2026-11-30T08:00:00Z")]
    [InlineData("2026-11-30T08:00:00+02:00", "2026-11-30T06:00:00Z")]
    [InlineData("2027-03-28 02:15", "2027-03-28T01:00:00Z")] // left out by the clock: the moment of the jump
    public void Times_are_with_an_offset_or_by_the_local_clock(string text, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), new TableRow(["at"], new(1, [text])).Time("at"));

    [Fact]
    public void Names_with_an_apostrophe_stay_as_they_are() => Assert.Equal("'t Hart\r\n", CsvTable.Write([["'t Hart"]]));

    [Fact]
    public void Rows_say_what_they_add_what_is_known_and_what_cannot_be()
    {
        var draft = Draft(Given.Officer("a"));

        Assert.Equal(RowOutcome.Added, draft.AddContract("b", "B", "boa", Given.Contract()));
        Assert.Equal(RowOutcome.Unchanged, draft.AddContract("b", "B", "boa", Given.Contract()));
        Assert.Equal(RowOutcome.Unchanged, draft.AddAppointment("a", Given.Akte()));
        Assert.Equal(PeopleRules.NoOverlap, Broken(() => draft.AddContract("a", "a", "boa", Given.Contract(new(2026, 1, 1)))));
        Assert.Equal(TableRules.SamePerson, Broken(() => draft.AddContract("a", "Anders", "boa", Given.Contract(new(2026, 1, 1)))));
        Assert.Equal(CompetenceRules.TermNotTooLong, Broken(() => draft.AddAppointment("a", Given.Akte(new(2030, 1, 1)))));
        Assert.Equal(PeopleRules.KnownMunicipality, Broken(() => draft.AddAppointment("a", Given.Akte() with { Territory = ["9999"] })));
        Assert.Equal(TableRules.KnownOfficer, Broken(() => draft.AddAbsence("c", Given.Absence(AbsenceKind.Leave, Given.At(1, 8), Given.At(1, 12)))));
        Assert.Equal(["b"], draft.Changes.Select(change => change.After.Name.Id));
    }

    [Fact]
    public void However_many_rows_are_about_somebody_it_changes_once()
    {
        var draft = Draft(Given.Officer("a"));
        draft.AddAbsence("a", Given.Absence(AbsenceKind.Leave, Given.At(1, 8), Given.At(1, 12)));
        draft.AddAbsence("a", Given.Absence(AbsenceKind.Leave, Given.At(9, 8), Given.At(9, 12)));

        var change = Assert.Single(draft.Changes);

        Assert.Equal((2L, 2, new Capacity.Blocks.Interval(Given.At(1, 8), Given.At(9, 12))), (change.After.Version, change.After.Absences.Count, change.Stretch));
    }

    [Fact]
    public void What_is_exported_is_imported_as_known()
    {
        var officer = Given.Officer("a", [Given.Contract(until: new(2026, 6, 30)) with { FixedFreeDays = [DayOfWeek.Sunday], NightExempt = true, OtherFunctions = ["boa-2"] }, Given.Contract(new(2026, 7, 1)) with { Trainee = true }],
            [Given.Akte() with { Modules = [new("PHB-1", new(2025, 6, 1))], UseOfForceUntil = new(2026, 12, 31) }]).Report(Given.Absence(AbsenceKind.LentOut, Given.At(1, 8), Given.At(2, 8), new("0888")), Given.Act);

        foreach (var table in PeopleTable.ByNumber.Values)
        {
            var draft = Draft(officer);
            var rows = CsvTable.Read(CsvTable.Write(table.RowsOf(officer).Prepend(table.Columns)));
            Assert.All(rows.Skip(1), row => Assert.Equal(RowOutcome.Unchanged, table.Apply(new([.. rows[0].Fields], row), draft)));
        }
    }

    private static PeopleDraft Draft(params Officer[] people) => new(Given.Known(), people, Given.Act, Guid.NewGuid);

    private static Rule Broken(Func<RowOutcome> act) => Assert.Throws<RuleBroken>(() => act()).Rule;
}
