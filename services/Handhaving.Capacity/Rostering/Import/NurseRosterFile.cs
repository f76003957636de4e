using System.Globalization;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Import;

/// <summary>
/// Reads a problem in the line format of the nurse rostering benchmark (schedulingbenchmarks.org): sections, fields parted by commas, lists by bars.
/// A line that cannot be read refuses the whole file, with its number.
/// </summary>
public static class NurseRosterFile
{
    public static RosterProblem Read(string text)
    {
        var reading = new NurseRosterSections();
        var section = "";
        foreach (var (number, line) in text.Split('\n').Select((line, at) => (at + 1, line.Trim())))
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.StartsWith("SECTION_", StringComparison.Ordinal)) section = line;
            else Add(reading, section, number, line);
        }
        return reading.ToProblem();
    }

    private static void Add(NurseRosterSections reading, string section, int number, string line)
    {
        try
        {
            reading.Add(section, line.Split(','));
        }
        catch (Exception wrong) when (wrong is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw RosterRules.FileLine.Broken(("line", number.ToString(CultureInfo.InvariantCulture)), ("text", line));
        }
    }
}
