using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.WorkingTime;

/// <summary>What the judge of working time refuses to look at.</summary>
public static class WorkingTimeRefusals
{
    public static readonly Rule RangeNotEmpty = new("WORKING_TIME_RANGE_EMPTY", RuleOutcome.Invalid,
        "The end of the range to judge is not after its start.", "Het einde van de periode ligt niet na het begin. Verbeter de tijden.");

    public static readonly Rule ShiftNotEmpty = new("SHIFT_EMPTY", RuleOutcome.Invalid,
        "The shift of {start} does not end after its start.", "De dienst van {start} eindigt niet na het begin. Verbeter de tijden.");

    public static readonly Rule ShiftsApart = new("SHIFTS_OVERLAP", RuleOutcome.Invalid,
        "The shift of {start} starts before the one before it ends.", "De dienst van {start} begint voordat de vorige is afgelopen. Verbeter de tijden.");

    public static readonly Rule BreakInside = new("BREAK_OUTSIDE_SHIFT", RuleOutcome.Invalid,
        "A break of the shift of {start} lies outside it, is empty or overlaps another.", "Een pauze van de dienst van {start} ligt buiten de dienst, is leeg of overlapt een andere. Verbeter de tijden.");

    public static readonly Rule RuleKnown = new("WORKING_TIME_RULE_MISSING", RuleOutcome.Precondition,
        "The set {set} has no rule {rule} on {day}.", "De regels {set} hebben geen regel {rule} op {day}. Vraag de beheerder.");

    public static readonly Rule SettingMissing = new("WORKING_TIME_SETTING_MISSING", RuleOutcome.Precondition,
        "The rule {rule} lacks {setting}.", "De regel {rule} mist {setting}. Vraag de beheerder.");

    public static readonly Rule OneVersionPerDay = new("WORKING_TIME_RULE_TWICE", RuleOutcome.Invalid,
        "The set {set} has two versions of {rule} in force on {day}.", "De regels {set} hebben twee versies van {rule} op {day}. Verbeter de geldigheid.");

    public static readonly Rule SetKnown = new("WORKING_TIME_SET_UNKNOWN", RuleOutcome.Precondition,
        "There is no set of working-time rules named {set}.", "De arbeidstijdregeling {set} van dit team is niet bekend. Laat de gegevens van het team verbeteren.");
}
