using System.Globalization;

namespace Handhaving.Capacity.People.Tables;

/// <summary>A kind of file: its columns, what a row of it says, and the rows that say what is known of somebody.</summary>
public abstract class PeopleTable
{
    public static IReadOnlyDictionary<int, PeopleTable> ByNumber { get; } = new Dictionary<int, PeopleTable> { [1] = new ContractTable(), [2] = new AppointmentTable(), [3] = new AbsenceTable() };

    public abstract IReadOnlyList<string> Columns { get; }

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">IMPORT_VALUE_INVALID, and those of the draft.</exception>
    public abstract RowOutcome Apply(TableRow row, PeopleDraft draft);

    public abstract IEnumerable<IReadOnlyList<string>> RowsOf(Officer officer);

    protected static string IdOf(TableRow row) => row.Text("officer", OfficerName.IsId);

    protected static string Say(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    protected static string Say(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    protected static string Say(bool yes) => yes ? "ja" : "nee";
}
