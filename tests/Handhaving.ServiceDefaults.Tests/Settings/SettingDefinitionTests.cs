using System.Text.Json;
using Handhaving.ServiceDefaults.Settings;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Settings;

/// <summary>What a setting takes is judged as it will be read: an escape in JSON is a character then.</summary>
public sealed class SettingDefinitionTests
{
    private static readonly SettingDefinition Definition = new("service.labels", "Een lijst van labels.", "[]", value => value.ValueKind is JsonValueKind.Array);

    [Theory]
    [InlineData("""["a"]""", null)]
    [InlineData("""{}""", "Een lijst van labels.")]
    [InlineData("""[""", "Een lijst van labels.")]
    [InlineData("""["a\u0000b"]""", "Een tekst bevat een teken dat niemand ziet (U+0000). Haal het weg.")]
    [InlineData("""[{"label": ["\u202Ea"]}]""", "Een tekst bevat een teken dat niemand ziet (U+202E). Haal het weg.")]
    [InlineData("""["\ud800"]""", "Een lijst van labels.")]
    [InlineData("""[{"\udc00": 1}]""", "Een lijst van labels.")]
    [InlineData("""[{"a": 1, "a": 2}]""", "a staat er twee keer in. Geef elke eigenschap een keer.")]
    [InlineData("""[{"label": {"Kleur": 1, "kleur": 2}}]""", "Kleur staat er twee keer in. Geef elke eigenschap een keer.")]
    [InlineData("""[{"\u0007": 1}]""", "Een tekst bevat een teken dat niemand ziet (U+0007). Haal het weg.")]
    public void A_value_is_taken_or_told_what_is_wrong_with_it(string value, string? problem) => Assert.Equal(problem, Definition.ProblemOf(value));

    [Fact]
    public void A_key_that_can_say_more_says_it() =>
        Assert.Equal("Code 1 heeft geen label. Code 2 heeft geen label.", (Definition with { Problems = _ => ["Code 1 heeft geen label.", "Code 2 heeft geen label."] }).ProblemOf("{}"));
}
