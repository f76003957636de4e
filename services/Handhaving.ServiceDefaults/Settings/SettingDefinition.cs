using System.Text.Json;
using Handhaving.ServiceDefaults.Access.Fields;

namespace Handhaving.ServiceDefaults.Settings;

/// <summary>A key that a municipality or team may decide for itself: what it means, its default and which values are fine.</summary>
public sealed record SettingDefinition(string Key, string Description, string DefaultValue, Func<JsonElement, bool> Accepts)
{
    private const int MostProblems = 5;

    /// <summary>Says, in Dutch, what is wrong with a value that is not accepted, for values too large for one sentence about all of them.</summary>
    public Func<JsonElement, IEnumerable<string>>? Problems { get; init; }

    /// <summary>What is wrong with a value, in Dutch and as precisely as the key can say it; null when it is accepted.</summary>
    /// <param name="value">JSON.</param>
    public string? ProblemOf(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            var unseen = Texts(document.RootElement).Select(text => UnseenCharacters.First(text, mayHaveLines: false)).FirstOrDefault(character => character is not null);
            if (unseen is { } character) return $"Een tekst bevat een teken dat niemand ziet (U+{(int)character:X4}). Haal het weg.";
            if (Twice(document.RootElement) is { } twice) return $"{twice} staat er twee keer in. Geef elke eigenschap een keer.";
            if (Accepts(document.RootElement)) return null;
            return Problems?.Invoke(document.RootElement).Take(MostProblems).ToList() is { Count: > 0 } found ? string.Join(" ", found) : Description;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Description; // not JSON, or a text of half a character: a value that is not accepted, and answered as such
        }
    }

    // Of a property that is given twice nobody knows which one counts; values are read without minding capitals.
    private static string? Twice(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(Twice).FirstOrDefault(name => name is not null),
        JsonValueKind.Object => value.EnumerateObject().GroupBy(property => property.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1)?.Key
            ?? value.EnumerateObject().Select(property => Twice(property.Value)).FirstOrDefault(name => name is not null),
        _ => null,
    };

    // An escape in JSON is a character once it is read.
    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString() ?? ""],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Texts(property.Value).Prepend(property.Name)),
        _ => [],
    };
}
