using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Plans;

/// <summary>Rules of planned crews.</summary>
public static class PlanRules
{
    public static readonly Rule Planned = new("CREW_NOT_PLANNED", RuleOutcome.Precondition,
        "Nobody is planned in unit {callSign} now; name the crew.", "Voor eenheid {callSign} staat nu niemand op het rooster. Kies zelf de bezetting.");

    public static readonly Rule Stretch = new("PLAN_STRETCH_INVALID", RuleOutcome.Invalid,
        "The end is not after the start, or more than {days} days later.", "Kies een periode van hoogstens {days} dagen, waarvan het einde na het begin ligt.");
}
