using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Rostering;

/// <summary>What is refused before a roster is made.</summary>
public static class RosterRules
{
    public static readonly Rule Period = new("ROSTER_PERIOD_INVALID", RuleOutcome.Invalid,
        "A roster needs at least one day after its history.", "Een rooster heeft ten minste één dag na de voorgeschiedenis nodig. Kies een langere periode.");
    public static readonly Rule Known = new("ROSTER_NAME_UNKNOWN", RuleOutcome.Invalid,
        "{name} is not in this roster.", "{name} staat niet in dit rooster. Controleer de naam.");
    public static readonly Rule Once = new("ROSTER_NAME_TWICE", RuleOutcome.Invalid,
        "{name} stands twice in this roster.", "{name} staat twee keer in dit rooster. Haal er een weg.");
    public static readonly Rule InPeriod = new("ROSTER_DAY_OUTSIDE_PERIOD", RuleOutcome.OutOfRange,
        "Day {day} is outside the period.", "Dag {day} valt buiten de periode. Kies een dag binnen het rooster.");
    public static readonly Rule Number = new("ROSTER_NUMBER_INVALID", RuleOutcome.Invalid,
        "A number of {name} is negative or its fewest is above its most.", "Een getal van {name} is negatief, of het minste is meer dan het meeste. Verbeter het getal.");
    public static readonly Rule HistoryPinned = new("ROSTER_HISTORY_OPEN", RuleOutcome.Invalid,
        "The days before the period of {name} are not all pinned.", "De dagen vóór de periode van {name} staan niet allemaal vast. Vul ze aan.");
    public static readonly Rule SameSize = new("ROSTER_SIZE_DIFFERS", RuleOutcome.Invalid,
        "The roster has other people or days than its problem.", "Het rooster heeft andere mensen of dagen dan gevraagd. Haal het opnieuw op.");
    public static readonly Rule FileLine = new("ROSTER_FILE_LINE_INVALID", RuleOutcome.Invalid,
        "Line {line} cannot be read: {text}", "Regel {line} is niet te lezen: {text}. Verbeter de regel en lees het bestand opnieuw in.");
    public static readonly Rule Budget = new("ROSTER_BUDGET_INVALID", RuleOutcome.Invalid,
        "The limit of a search must be above zero.", "De grens van het zoeken moet groter dan nul zijn. Kies een langere zoektijd.");
}
