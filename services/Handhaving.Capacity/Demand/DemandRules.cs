using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Demand;

/// <summary>Rules of demand and its forecast.</summary>
public static class DemandRules
{
    public static readonly Rule ServiceTime = new("SERVICE_TIME_INVALID", RuleOutcome.Invalid,
        "The service time of a call is a finite number of seconds of at least 0.", "De afhandeltijd van een melding is een aantal seconden van 0 of hoger.");

    public static readonly Rule Priority = new("PRIORITY_OUT_OF_RANGE", RuleOutcome.Invalid,
        "A priority is from 1 (emergency) to 5.", "Een prioriteit is 1 (spoed) tot en met 5.");

    public static readonly Rule Period = new("HISTORY_PERIOD_EMPTY", RuleOutcome.Invalid,
        "History needs at least one day.", "Kies een periode van minstens een dag.");

    public static readonly Rule KnownArea = new("AREA_WITHOUT_HISTORY", RuleOutcome.NotFound,
        "Area {area} has no history.", "Van gebied {area} zijn geen meldingen bekend. Kies een ander gebied.");

    public static readonly Rule KnownDay = new("DAY_WITHOUT_HISTORY", RuleOutcome.OutOfRange,
        "{day} lies outside the history.", "Van {day} zijn geen meldingen bekend. Kies een dag binnen de periode.");

    public static readonly Rule Weeks = new("FORECAST_WEEKS_OUT_OF_RANGE", RuleOutcome.Invalid,
        "A forecast looks 1 to 104 weeks back.", "Kies 1 tot en met 104 weken om op terug te kijken.");

    public static readonly Rule EnoughHistory = new("HISTORY_TOO_SHORT", RuleOutcome.Precondition,
        "Before {day} the history is shorter than a week.", "Voor {day} is minder dan een week aan meldingen bekend. Kies een latere dag.");

    public static readonly Rule Ahead = new("FORECAST_OF_PAST", RuleOutcome.Invalid,
        "A forecast is of {day} and later; ListDemand tells what came before.", "Een verwachting begint op {day} of later. Bekijk voor eerdere dagen de meldingen zelf.");

    public static readonly Rule NotTooLarge = new("FORECAST_TOO_LARGE", RuleOutcome.Invalid,
        "{hours} hours of {areas} areas are more than {most} together.", "{hours} uren van {areas} gebieden is samen meer dan {most}. Kies een kortere periode of minder gebieden.");

    public static readonly Rule Entered = new("SPECIAL_DAY_NOT_ENTERED", RuleOutcome.NotFound,
        "Nothing was entered of {day}; a holiday of the law is made ordinary by entering that.", "Bij {day} is niets ingevoerd. Een wettelijke feestdag maakt u gewoon door dat in te voeren.");
}
