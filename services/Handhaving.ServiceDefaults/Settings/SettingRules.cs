using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Settings;

/// <summary>Rules of a setting.</summary>
public static class SettingRules
{
    public static readonly Rule Known = new("UNKNOWN_SETTING", RuleOutcome.NotFound,
        "{key} is not a setting here; see ListSettings.", "De instelling {key} bestaat niet. Kies een instelling uit de lijst.");

    public static readonly Rule ReasonGiven = new("REASON_MISSING", RuleOutcome.Invalid,
        "A change of {key} needs a reason.", "Geef een reden op voor de wijziging van {key}. Zo kan later iedereen zien waarom dit is besloten.");

    public static readonly Rule FromNowOn = new("VALID_FROM_PASSED", RuleOutcome.Invalid,
        "{key} cannot change before now: what held stays as it was.", "De wijziging van {key} kan niet in het verleden ingaan. Kies een moment vanaf nu.");

    public static readonly Rule ValidValue = new("INVALID_SETTING_VALUE", RuleOutcome.Invalid,
        "The value of {key} is not accepted: {description}", "Deze waarde mag niet voor {key}. {description}");
}
