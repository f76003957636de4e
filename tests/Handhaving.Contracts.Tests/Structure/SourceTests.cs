using System.Text.RegularExpressions;
using Xunit;

namespace Handhaving.Contracts.Tests.Structure;

public sealed partial class SourceTests
{
    private static readonly string[] DomainWords =
        ["Incident", "Assignment", "Unit", "Officer", "Crew", "Camera", "Recording", "Permit", "Event", "Roster", "Shift", "Duty", "Disposition", "Dispatch", "Capacity", "Surveillance", "Police", "Boa"];

    // Words of the trade of software, not of enforcement.
    private static readonly string[] OtherMeanings = ["UnitOfWork", "PermitLimit", "EventId", "CommandErrorEventData", "eventData"];

    [Fact]
    public void The_service_defaults_speak_no_word_of_the_domain() =>
        Assert.Empty(Tree.Files("services/Handhaving.ServiceDefaults", "*.cs").SelectMany(file => Identifiers(File.ReadAllText(file)).Select(name => (File: Path.GetFileName(file), Name: name)))
            .Where(found => DomainWords.Intersect(Words(found.Name), StringComparer.OrdinalIgnoreCase).Any()).Distinct());

    [Fact]
    public void No_service_knows_a_host() =>
        Assert.Empty(Tree.Files("services", "*.cs").SelectMany(file => HostForm().Matches(Comment().Replace(File.ReadAllText(file), "")).Select(host => $"{Path.GetFileName(file)}: {host.Value}")));

    private static IEnumerable<string> Identifiers(string source) =>
        IdentifierForm().Matches(Literal().Replace(Comment().Replace(source, ""), "")).Select(match => match.Value).Where(name => name is not "event" && !OtherMeanings.Any(name.Contains));

    private static IEnumerable<string> Words(string identifier) => WordForm().Matches(identifier).Select(match => match.Value);

    [GeneratedRegex("""(?<![:"])//.*""")]
    private static partial Regex Comment();

    [GeneratedRegex(""" \$*"{3}.*?"{3}|"(\\.|[^"\\\n])*" """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex IdentifierForm();

    [GeneratedRegex(@"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")]
    private static partial Regex WordForm();

    [GeneratedRegex(@"\blocalhost\b|\b\d{1,3}(\.\d{1,3}){3}\b|\[::1?\]", RegexOptions.IgnoreCase)]
    private static partial Regex HostForm();
}
