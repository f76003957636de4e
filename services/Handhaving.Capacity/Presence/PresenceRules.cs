using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Presence;

/// <summary>Rules of presence in districts.</summary>
public static class PresenceRules
{
    public static readonly Rule OwnArea = new("AREA_OF_OTHER_MUNICIPALITY", RuleOutcome.Invalid,
        "District {area} lies not in {owner}.", "De wijk {area} ligt niet in {owner}. Kies een eigen wijk.");
}
