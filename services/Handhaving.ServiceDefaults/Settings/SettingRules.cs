using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Settings;

/// <summary>Rules of a setting.</summary>
public static class SettingRules
{
    public static readonly Rule Known = new("UNKNOWN_SETTING", RuleOutcome.Invalid,
        "{key} is not a setting here; see ListSettings.", "De instelling {key} bestaat niet. Kies een instelling uit de lijst.");

    public static readonly Rule ValidValue = new("INVALID_SETTING_VALUE", RuleOutcome.Invalid,
        "The value of {key} is not accepted: {description}", "Deze waarde mag niet voor {key}. {description}");
}
