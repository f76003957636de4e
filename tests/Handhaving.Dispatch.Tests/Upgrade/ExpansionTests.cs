using System.Text.RegularExpressions;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults;
using Handhaving.ServiceDefaults.Data;

namespace Handhaving.Dispatch.Tests.Upgrade;

/// <summary>A migration that is applied beside the last release takes nothing from it.</summary>
public sealed partial class ExpansionTests
{
    public static TheoryData<string> Added => [.. Scripts.Where(script => !script.IsContraction).Select(script => script.Name)];

    private static IEnumerable<MigrationScript> Scripts => MigrationScript.Of(typeof(ServiceSetup).Assembly).Concat(MigrationScript.Of(typeof(Migration).Assembly));

    [Theory]
    [MemberData(nameof(Added))]
    public void A_file_that_only_adds_drops_renames_and_retypes_nothing(string name) =>
        Assert.Empty(TakesAway().Matches(Scripts.Single(script => script.Name == name).Sql).Select(found => found.Value));

    [Fact]
    public void A_file_that_takes_away_says_which_replicas_can_do_without() =>
        Assert.All(Scripts.Where(script => script.IsContraction), script => Assert.InRange(script.OldestReplica, 1, script.Number - 1));

    // An index is dropped for nobody: the same is asked without it.
    [GeneratedRegex(@"\bdrop\s+(table|column|view|type|function)\b|\brename\s+(to|column)\b|\balter\s+column\s+\w+\s+type\b", RegexOptions.IgnoreCase)]
    private static partial Regex TakesAway();
}
