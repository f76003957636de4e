using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Zones;

/// <summary>Rules of zones for surveillance.</summary>
public static class ZoneRules
{
    public static readonly Rule PeriodInOrder = new("ZONE_PERIOD_EMPTY", RuleOutcome.Invalid,
        "The period of zone {zone} ends before it starts.", "De periode van zone {zone} eindigt voordat die begint. Verbeter de tijden.");

    public static readonly Rule HasHours = new("ZONE_WITHOUT_HOURS", RuleOutcome.Invalid,
        "Zone {zone} is one of set hours and names none.", "Vul bij zone {zone} in op welke dagen en uren die geldt.");

    public static readonly Rule HasArea = new("ZONE_WITHOUT_AREA", RuleOutcome.Invalid,
        "The corners of zone {zone} enclose nothing.", "De hoekpunten van zone {zone} sluiten geen gebied in. Teken de zone opnieuw.");
}
