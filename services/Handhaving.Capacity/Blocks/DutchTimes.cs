using System.Globalization;

namespace Handhaving.Capacity.Blocks;

/// <summary>Moments as sentences tell them: for a machine in UTC, for people by the Dutch clock.</summary>
internal static class DutchTimes
{
    private static readonly TimeZoneInfo Local = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public static (string, string)[] WordsOf(Interval stretch) => [.. WordsOf("start", stretch.Start), .. WordsOf("end", stretch.End)];

    public static (string, string)[] WordsOf(string name, DateTimeOffset moment) =>
        [(name, $"{moment.ToUniversalTime():O}"), ($"{name}Label", TimeZoneInfo.ConvertTime(moment, Local).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture))];
}
