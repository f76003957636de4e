using System.Globalization;
using System.Text;

namespace Handhaving.Capacity.Rosters.Tables;

/// <summary>Shifts of one person as a calendar that phones read (iCalendar, RFC 5545).</summary>
public static class ShiftCalendar
{
    private const int LongestLine = 75; // octets, the fold's own space counted in

    public static string Write(IEnumerable<PlannedShift> shifts, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(shifts, now)) Fold(text, line);
        return text.ToString();
    }

    private static IEnumerable<string> Lines(IEnumerable<PlannedShift> shifts, DateTimeOffset now)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//Handhaving//Capacity//NL";
        foreach (var shift in shifts)
        {
            yield return "BEGIN:VEVENT";
            yield return $"UID:{shift.Id}@handhaving";
            yield return $"DTSTAMP:{Say(now)}";
            yield return $"DTSTART:{Say(shift.Time.Start)}";
            yield return $"DTEND:{Say(shift.Time.End)}";
            yield return $"SUMMARY:{Escaped(TitleOf(shift))}";
            if (shift.Note.Length > 0) yield return $"DESCRIPTION:{Escaped(shift.Note)}";
            yield return "END:VEVENT";
        }
        yield return "END:VCALENDAR";
    }

    private static string TitleOf(PlannedShift shift) => shift.Unit.Length > 0 ? $"Dienst {shift.Unit.Split('/')[^1]}" : shift.Activity.Length > 0 ? shift.Activity : $"Dienst {shift.Function}";

    private static string Say(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // A line goes on in the next one after a space; never within a character.
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
