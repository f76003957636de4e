using System.Text.RegularExpressions;
using Xunit;

namespace Handhaving.Contracts.Tests.Structure;

/// <summary>An alarm is set on the number of a log line: over all processes of the product, each line has its own.</summary>
public sealed partial class LogLineTests
{
    private static readonly string[] Sources = [.. new[] { "services", "gateway", "apphost" }.SelectMany(folder => Tree.Files(folder, "*.cs"))];

    [Fact]
    public void A_log_line_has_a_number_of_its_own()
    {
        var lines = Sources
            .SelectMany(file => NumberForm().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Number: match.Groups[1].Value))).ToList();

        Assert.NotEmpty(lines);
        Assert.Empty(lines.GroupBy(line => line.Number).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(line => line.File))}"));
    }

    [Fact]
    public void A_log_line_has_a_number() => Assert.Empty(
        Sources.Where(file => AttributeForm().Matches(File.ReadAllText(file)).Any(match => !NumberForm().IsMatch(match.Value))).Select(Path.GetFileName));

    [GeneratedRegex(@"\bEventId = (\d+)")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\[LoggerMessage\([^\n]*")]
    private static partial Regex AttributeForm();
}
