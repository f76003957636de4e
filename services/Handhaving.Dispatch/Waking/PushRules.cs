using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Waking;

/// <summary>Rules of devices that may be woken.</summary>
public static class PushRules
{
    public static readonly Rule Configured = new("PUSH_NOT_CONFIGURED", RuleOutcome.Precondition,
        "Waking devices is not set up on this platform (Push).", "Telefoons wekken is hier niet ingericht. Houd het scherm aan, of vraag de beheerder om het in te richten.");

    /// <summary>Only push services that the deployment names are called: an endpoint comes from a browser, and could name any machine.</summary>
    public static readonly Rule KnownService = new("PUSH_SERVICE_UNKNOWN", RuleOutcome.Invalid,
        "{service} is no push service that this platform calls (Push:Services).", "De pushdienst van deze browser ({service}) is hier niet toegestaan. Gebruik een andere browser, of vraag de beheerder.");

    public static readonly Rule ValidKey = new("PUSH_KEY_INVALID", RuleOutcome.Invalid,
        "public_key must be an uncompressed point on P-256 (65 bytes) and auth_secret 16 bytes.", "De sleutels van deze browser kloppen niet. Zet meldingen in de browser uit en weer aan.");
}
