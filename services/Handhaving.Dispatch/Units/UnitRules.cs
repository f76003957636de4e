using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Units;

/// <summary>Rules of a unit's duty.</summary>
public static class UnitRules
{
    public static readonly Rule NotOnDutyYet = new("UNIT_ALREADY_ON_DUTY", RuleOutcome.Precondition,
        "Unit {callSign} is on duty already.", "Eenheid {callSign} is al in dienst. Meld de eenheid eerst af als de bezetting anders is.");

    public static readonly Rule KnownOfficer = new("OFFICER_UNKNOWN", RuleOutcome.Invalid,
        "Officer {officer} does not exist for this unit's owner.", "Medewerker {officer} is hier niet bekend. Controleer het nummer.");

    public static readonly Rule OneCrew = new("OFFICER_IN_OTHER_CREW", RuleOutcome.Precondition,
        "Officer {officer} is on duty in unit {unit}.", "Al in dienst: {officerLabel}. Meld die eenheid eerst af of kies een andere bezetting.");

    public static readonly Rule Free = new("UNIT_HAS_ASSIGNMENT", RuleOutcome.Precondition,
        "Unit {callSign} has an active assignment.", "Eenheid {callSign} is nog met een melding bezig. Rond die inzet eerst af.");
}
