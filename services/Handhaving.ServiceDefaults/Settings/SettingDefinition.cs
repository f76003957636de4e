using System.Text.Json;

namespace Handhaving.ServiceDefaults.Settings;

/// <summary>A key that a municipality or team may decide for itself: what it means, its default and which values are fine.</summary>
public sealed record SettingDefinition(string Key, string Description, string DefaultValue, Func<JsonElement, bool> Accepts)
{
    /// <summary>Says, in Dutch, what is wrong with a value that is not accepted, for values too large for one sentence about all of them.</summary>
    public Func<JsonElement, IEnumerable<string>>? Problems { get; init; }
}

/// <summary>The keys of a service.</summary>
public sealed class SettingDefinitions(IEnumerable<SettingDefinition> definitions)
{
    private readonly Dictionary<string, SettingDefinition> byKey = definitions.ToDictionary(definition => definition.Key);

    public IEnumerable<SettingDefinition> All => byKey.Values.OrderBy(definition => definition.Key, StringComparer.Ordinal);

    public SettingDefinition Find(string key) => byKey.TryGetValue(key, out var definition) ? definition : throw SettingRules.Known.Broken(("key", key));
}
