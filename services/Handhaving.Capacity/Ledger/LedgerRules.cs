using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Ledger;

/// <summary>Rules of the ledger.</summary>
public static class LedgerRules
{
    public static readonly Rule KnownFunction = new("FUNCTION_UNKNOWN", RuleOutcome.Invalid,
        "There is no function {function}; ListStaffFunctions names them.", "De functie {function} bestaat niet. Kies een functie uit de lijst.");

    public static readonly Rule FunctionOfOwner = new("FUNCTION_NOT_OF_OWNER", RuleOutcome.Invalid,
        "{owner} has nobody in function {function}: police functions are of teams, BOA functions of municipalities.", "De functie {function} hoort niet bij {owner}. Politiefuncties horen bij een team, boa-functies bij een gemeente.");

    public static readonly Rule NotEmpty = new("INTERVAL_EMPTY", RuleOutcome.Invalid,
        "The end is not after the start.", "Het einde ligt niet na het begin. Verbeter de tijden.");

    public static readonly Rule InReach = new("INTERVAL_OUT_OF_REACH", RuleOutcome.Invalid,
        "The stretch lies outside the years {first} to {last}.", "De periode ligt niet in de jaren {first} tot en met {last}. Verbeter de tijden.");

    public static readonly Rule NotTooLong = new("INTERVAL_TOO_LONG", RuleOutcome.Invalid,
        "The stretch is longer than {days} days.", "De periode is langer dan {days} dagen. Splits de aanvraag.");

    public static readonly Rule NotNegative = new("STRENGTH_NEGATIVE", RuleOutcome.Invalid,
        "{lost} people are lost of {established}.", "Er vallen meer mensen af ({lost}) dan er zijn ({established}). Verbeter de aantallen.");

    public static readonly Rule OnlyRaised = new("WATERLINE_LOWERED_BY_DECISION", RuleOutcome.Precondition,
        "From {start} on the minimum is {minimum}; only a decision of the driehoek (BOAs: of the mayor) lowers it, see ProposeWaterline.",
        "Vanaf {startLabel} is het minimum {minimum}. Verlagen kan alleen met een besluit van de driehoek (boa's: van de burgemeester). Stel dat voor.");

    public static readonly Rule WaterlineBelowPromised = new("WATERLINE_ABOVE_PROMISED", RuleOutcome.Precondition,
        "From {start} on, {missing} people are promised to others; a decision of the driehoek (BOAs: of the municipality) is needed.",
        "Vanaf {startLabel} zijn {missing} mensen al toegezegd. Vraag de driehoek (voor boa's: de gemeente) om een besluit.");
}
