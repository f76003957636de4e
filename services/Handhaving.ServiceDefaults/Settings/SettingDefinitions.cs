namespace Handhaving.ServiceDefaults.Settings;

/// <summary>The keys of a service.</summary>
public sealed class SettingDefinitions(IEnumerable<SettingDefinition> definitions)
{
    private readonly Dictionary<string, SettingDefinition> byKey = definitions.ToDictionary(definition => definition.Key);

    public IEnumerable<SettingDefinition> All => byKey.Values.OrderBy(definition => definition.Key, StringComparer.Ordinal);

    public SettingDefinition Find(string key) => byKey.TryGetValue(key, out var definition) ? definition : throw SettingRules.Known.Broken(("key", key));
}
