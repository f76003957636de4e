using System.Text.RegularExpressions;
using Xunit;

namespace Handhaving.Contracts.Tests.Reasons;

public sealed partial class ReasonTests
{
    // Filled by the error table itself, for the Dutch text alone.
    private static readonly string[] KnownKeys = ["traceId"];

    [Fact]
    public void A_reason_belongs_to_one_rule()
    {
        var shared = ProductRules.All.GroupBy(rule => rule.Rule.Reason).Where(group => group.Any(rule => !ReferenceEquals(rule.Rule, group.First().Rule)));

        Assert.NotEmpty(ProductRules.All);
        Assert.Empty(shared.Select(group => $"{group.Key}: {string.Join(", ", group.Select(rule => rule.Where))}"));
    }

    [Fact]
    public void A_reason_has_the_form_of_the_contract() =>
        Assert.Empty(ProductRules.All.Where(rule => rule.Rule.Reason.Length > 63 || !ReasonForm().IsMatch(rule.Rule.Reason)).Select(rule => rule.Where));

    [Fact]
    public void Every_rule_has_a_text_in_both_languages() =>
        Assert.Empty(ProductRules.All.Where(rule => rule.Rule.Dutch.Trim().Length == 0 || rule.Rule.English.Trim().Length == 0).Select(rule => rule.Where));

    [Fact]
    public void The_dutch_text_fills_in_nothing_that_the_english_text_does_not_know() =>
        Assert.Empty(ProductRules.All.SelectMany(rule => Keys(rule.Rule.Dutch).Except(Keys(rule.Rule.English)).Except(Keys(rule.Rule.English).Select(LabelOf)).Except(KnownKeys).Select(key => $"{rule.Where}: {key}")));

    // Of a code that the English text names, the Dutch one names the label.
    private static string LabelOf(string key) => key + "Label";

    private static IEnumerable<string> Keys(string text) => KeyForm().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^[A-Z][A-Z0-9_]+[A-Z0-9]$")]
    private static partial Regex ReasonForm();

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex KeyForm();
}
