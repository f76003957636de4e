namespace Handhaving.ServiceDefaults.Settings;

/// <summary>What an owner's settings say at one moment: its own value, else its team's, else the product's default; as JSON.</summary>
public sealed class DecidedSettings(IReadOnlyDictionary<string, SettingValue> decided, SettingDefinitions definitions)
{
    public string this[string key] => decided.TryGetValue(key, out var value) ? value.Value : definitions.Find(key).DefaultValue;
}
