using Google.Rpc;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.People.Tables;

/// <summary>What becomes of a row; why, when it is refused.</summary>
public sealed record ImportedRow(int Line, RowOutcome Outcome, string Reason = "", string English = "", string Dutch = "");

/// <summary>A file by its rows: read as a whole, judged row by row.</summary>
internal static class TableFile
{
    /// <exception cref="RuleBroken">IMPORT_UNREADABLE, IMPORT_COLUMN_MISSING, IMPORT_TOO_LONG.</exception>
    public static IReadOnlyList<TableRow> Read(string csv, IReadOnlyList<string> asked, int mostRows)
    {
        var rows = CsvTable.Read(csv);
        List<string> columns = [.. (rows.Count > 0 ? rows[0].Fields : []).Select(column => column.Trim().ToLowerInvariant())];
        foreach (var column in asked) TableRules.Column.Require(columns.Count(name => name == column) == 1, ("column", column));
        TableRules.NotTooLong.Require(rows.Count - 1 <= mostRows, ("count", $"{rows.Count - 1}"), ("most", $"{mostRows}"));
        return [.. rows.Skip(1).Select(row => new TableRow(columns, row))];
    }

    public static ImportedRow Judge(TableRow row, Func<TableRow, RowOutcome> apply)
    {
        try
        {
            return new(row.Line, apply(row.RequireWhole()));
        }
        catch (RuleBroken broken) // the refusal of a row is what the report is made of
        {
            var status = ErrorTable.For(broken);
            return new(row.Line, RowOutcome.Refused, broken.Rule.Reason, status.Message, status.GetDetail<LocalizedMessage>()?.Message ?? "");
        }
    }
}
