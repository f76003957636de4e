using System.Text;

namespace Handhaving.Capacity.People.Tables;

/// <summary>A row of a file and the line on which it begins, from 1.</summary>
public sealed record CsvRow(int Line, IReadOnlyList<string> Fields);

/// <summary>Comma-separated values (RFC 4180). What a spreadsheet would take for a formula is written behind an apostrophe, which is taken off again where it is read; a file whose first line holds a semicolon is separated by those, as spreadsheets in the Netherlands write them. Empty lines are left out.</summary>
public static class CsvTable
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">IMPORT_UNREADABLE.</exception>
    public static IReadOnlyList<CsvRow> Read(string text)
    {
        var separator = text.Split('\n', 2)[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var reading = new Reading(text.TrimStart('\uFEFF'), separator);
        List<CsvRow> rows = [];
        while (reading.Next() is { } row)
            if (row.Fields is not [""]) rows.Add(row);
        return rows;
    }

    public static string Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(field => Quoted(Guarded(field)))).Append("\r\n");
        return text.ToString();
    }

    // Also where an apostrophe stands before it already, so that what is read is what was written.
    private static bool LooksLikeFormula(string field) => field.TrimStart(' ', '\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static string Guarded(string field) => LooksLikeFormula(field) ? $"'{field}" : field;

    private static string Unguarded(string field) => field is ['\'', ..] && LooksLikeFormula(field) ? field[1..] : field;

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private sealed class Reading(string text, char separator)
    {
        private int place, line = 1;

        public CsvRow? Next()
        {
            if (place >= text.Length) return null;
            var began = line;
            List<string> fields = [Field()];
            while (place < text.Length && text[place] == separator)
            {
                place++;
                fields.Add(Field());
            }
            EndLine();
            return new(began, fields);
        }

        private string Field() => Unguarded(place < text.Length && text[place] == '"' ? QuotedField() : PlainField());

        private string PlainField()
        {
            var start = place;
            while (place < text.Length && text[place] != separator && text[place] is not ('\r' or '\n')) place++;
            return text[start..place].Trim();
        }

        private string QuotedField()
        {
            var field = new StringBuilder();
            for (place++; place < text.Length; place++)
            {
                if (text[place] == '\n') line++;
                if (text[place] != '"') field.Append(text[place]);
                else if (place + 1 < text.Length && text[place + 1] == '"') field.Append(text[place++]);
                else break;
            }
            TableRules.Readable.Require(place < text.Length, ("line", $"{line}"));
            place++;
            return field.ToString();
        }

        private void EndLine()
        {
            if (place < text.Length && text[place] == '\r') place++;
            TableRules.Readable.Require(place >= text.Length || text[place] == '\n', ("line", $"{line}"));
            place++;
            line++;
        }
    }
}
