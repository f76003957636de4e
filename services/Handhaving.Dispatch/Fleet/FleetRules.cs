using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Fleet;

/// <summary>Rules of the index of units.</summary>
public static class FleetRules
{
    /// <summary>No answer is better than one that leaves units out.</summary>
    public static readonly Rule Known = new("UNITS_NOT_KNOWN", RuleOutcome.Unavailable,
        "This replica does not know all units on duty yet; ask again.", "Het systeem kent nog niet alle eenheden. Probeer het over enkele seconden opnieuw, of kies zelf een eenheid van het bord.");
}
