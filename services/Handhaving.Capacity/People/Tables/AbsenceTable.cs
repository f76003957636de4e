using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Tables;

/// <summary>One absence a row; times with an offset, or by the clock in the Netherlands.</summary>
public sealed class AbsenceTable : PeopleTable
{
    public override IReadOnlyList<string> Columns { get; } = ["officer", "kind", "start_time", "end_time", "certainty", "borrower"];

    public override RowOutcome Apply(TableRow row, PeopleDraft draft) => draft.AddAbsence(IdOf(row), new(
        Guid.Empty, new Absence(row.Coded("kind", TableCodes.Kinds), new Interval(row.Time("start_time"), row.Time("end_time")), row.Coded("certainty", TableCodes.Certainties)), BorrowerOf(row)));

    public override IEnumerable<IReadOnlyList<string>> RowsOf(Officer officer) => officer.Absences.Select(registered => (IReadOnlyList<string>)
    [
        officer.Name.Id, TableCodes.Kinds.CodeOf(registered.Absence.Kind), Say(registered.Absence.Time.Start), Say(registered.Absence.Time.End), TableCodes.Certainties.CodeOf(registered.Absence.Certainty), registered.Borrower?.Value ?? "",
    ]);

    private static TenantId? BorrowerOf(TableRow row) => row.OptionalText("borrower") is not { } code ? null : new TenantId(code) is { IsMunicipality: true } municipality ? municipality : throw row.Wrong("borrower");
}
