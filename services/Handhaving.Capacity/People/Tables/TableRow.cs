using System.Globalization;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.People.Tables;

/// <summary>One row of a file by the names of its columns; what cannot be read is refused with the column and the value.</summary>
public sealed class TableRow(List<string> columns, CsvRow row)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd-MM-yyyy"];
    private const int FirstYear = 1950, EndYear = 2199; // instants are reckoned within these
    private static readonly string[] OffsetTimes = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"];
    private static readonly string[] LocalTimes = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "dd-MM-yyyy HH:mm", "yyyy-MM-dd HH:mm:ss", "dd-MM-yyyy HH:mm:ss"];

    public int Line => row.Line;

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">IMPORT_FIELDS_DIFFER.</exception>
    public TableRow RequireWhole()
    {
        TableRules.Fields.Require(row.Fields.Count == columns.Count, ("count", $"{row.Fields.Count}"), ("columns", $"{columns.Count}"));
        return this;
    }

    public bool Has(string column) => columns.Contains(column);

    public string Text(string column) => row.Fields[columns.IndexOf(column)];

    public string Text(string column, Func<string, bool> accepts) => Text(column) is var text && accepts(text) ? text : throw Wrong(column);

    public string? OptionalText(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> Words(string column) => Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public double Number(string column, double least, double most) =>
        double.TryParse(Text(column).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw Wrong(column);

    public bool YesOrNo(string column) => Text(column).ToLowerInvariant() switch
    {
        "ja" or "true" => true,
        "nee" or "false" or "" => false,
        _ => throw Wrong(column),
    };

    public DateOnly Day(string column) => OptionalDay(column) ?? throw Wrong(column);

    public DateOnly? OptionalDay(string column) => Text(column).Length == 0 ? null : DayOf(column, Text(column));

    public DateOnly DayOf(string column, string text) => DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and < EndYear ? day : throw Wrong(column);

    /// <summary>With an offset, or by the clock in the Netherlands.</summary>
    public DateTimeOffset Time(string column)
    {
        var text = Text(column);
        if (DateTime.TryParseExact(text, LocalTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= FirstYear and < EndYear) return DutchClock.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return DateTimeOffset.TryParseExact(text, OffsetTimes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is >= FirstYear and < EndYear ? time.ToUniversalTime() : throw Wrong(column);
    }

    /// <summary>A code of a list.</summary>
    public T Coded<T>(string column, IReadOnlyDictionary<string, T> codes) => Coded(column, Text(column), codes);

    public T Coded<T>(string column, string code, IReadOnlyDictionary<string, T> codes) => codes.TryGetValue(code, out var value) ? value : throw Wrong(column);

    public ServiceDefaults.Errors.RuleBroken Wrong(string column) => TableRules.Value.Broken(("column", column), ("value", Text(column)));
}
