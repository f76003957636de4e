using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Rosters;

/// <summary>Rules of published and drafted rosters.</summary>
public static class DutyRosterRules
{
    public static readonly Rule Days = new("ROSTER_DAYS_INVALID", RuleOutcome.Invalid,
        "A roster has 1 to {most} days, the last not before the first.", "Een rooster telt 1 tot {most} dagen, en de laatste ligt niet voor de eerste. Verbeter de data.");

    public static readonly Rule ReplacesOther = new("ROSTER_REPLACES_OTHER", RuleOutcome.Precondition,
        "{roster} is no published roster of the same team and days.", "Het rooster dat wordt vervangen is niet gepubliceerd, of is van een ander team of andere dagen. Kies het geldende rooster.");

    public static readonly Rule ReplacedUnchanged = new("ROSTER_REPLACED_CHANGED", RuleOutcome.Precondition,
        "{roster} was changed by {who} since this draft took over its shifts: publishing would undo that.", "Het rooster dat wordt vervangen is gewijzigd door {who} nadat dit concept ermee begon. Publiceren zou dat ongedaan maken. Maak een nieuw concept dat het vervangt.");

    public static readonly Rule NotSuperseded = new("ROSTER_SUPERSEDED", RuleOutcome.Precondition,
        "Another roster took the place of this one.", "Dit rooster is vervangen. Wijzig het rooster dat nu geldt.");

    public static readonly Rule IsDraft = new("ROSTER_NOT_DRAFT", RuleOutcome.Precondition,
        "The roster is published already.", "Dit rooster is al gepubliceerd. Wijzig de diensten, of maak een nieuw rooster dat dit vervangt.");

    public static readonly Rule NotEmpty = new("ROSTER_EMPTY", RuleOutcome.Precondition,
        "The roster has no shifts.", "Er staan geen diensten in het rooster. Voeg die eerst toe.");

    public static readonly Rule KnownShift = new("ROSTER_SHIFT_UNKNOWN", RuleOutcome.Invalid,
        "There is no shift {shift} in the roster.", "De dienst {shift} staat niet in dit rooster. Haal het rooster opnieuw op.");

    public static readonly Rule ShiftOnce = new("ROSTER_SHIFT_TWICE", RuleOutcome.Invalid,
        "A shift is named twice.", "Een dienst wordt twee keer genoemd. Noem elke dienst een keer.");

    public static readonly Rule InPeriod = new("ROSTER_SHIFT_OUTSIDE", RuleOutcome.Invalid,
        "The shift of {start} does not start within the days of the roster, or lasts more than 24 hours.", "De dienst van {start} begint niet binnen de dagen van het rooster, of duurt langer dan 24 uur. Verbeter de tijden.");

    public static readonly Rule FewADay = new("ROSTER_SHIFTS_A_DAY", RuleOutcome.Invalid,
        "{officer} would have more than {most} shifts on {day}.", "{officer} krijgt op {day} meer dan {most} diensten. Voeg diensten samen of haal er weg.");

    public static readonly Rule NotTooMany = new("ROSTER_TOO_MANY_SHIFTS", RuleOutcome.Precondition,
        "A roster has at most {most} shifts.", "Een rooster telt hoogstens {most} diensten. Maak een rooster over minder dagen.");

    public static readonly Rule UnitOfOwner = new("ROSTER_UNIT_NOT_OF_OWNER", RuleOutcome.Invalid,
        "The unit {unit} is not of {owner}.", "De eenheid {unit} hoort niet bij {owner}. Kies een eigen eenheid.");

    public static readonly Rule KnownOfficer = new("ROSTER_OFFICER_UNKNOWN", RuleOutcome.Invalid,
        "{officer} works for {owner} neither by contract nor lent to it.", "{officer} werkt niet bij {owner} en is er niet aan uitgeleend. Kies een medewerker uit de lijst.");

    public static readonly Rule PeriodFree = new("ROSTER_PERIOD_TAKEN", RuleOutcome.Precondition,
        "The published roster {roster} of this team has days of this one.", "Voor een deel van deze dagen geldt al een gepubliceerd rooster van dit team ({roster}). Wijzig dat, of vervang het.");

    public static readonly Rule Lawful = new("ROSTER_BREAKS_LAW", RuleOutcome.Precondition,
        "The roster breaks {count} rules, first: {breaches}", "Het rooster kan zo niet: {count} keer gaat het tegen een regel in. {breachesLabel}");

    public static readonly Rule NoticeReason = new("ROSTER_NOTICE_REASON", RuleOutcome.Precondition,
        "Shifts change within {days} days ({article}): a reason is needed.", "Er veranderen diensten binnen {days} dagen ({article}). Vul een reden in.");

    public static readonly Rule PastReason = new("ROSTER_PAST_REASON", RuleOutcome.Precondition,
        "Shifts that are over change: a reason is needed.", "Er veranderen diensten die voorbij zijn. Vul een reden in.");

    public static readonly Rule NoticeConsent = new("ROSTER_NOTICE_CONSENT", RuleOutcome.Precondition,
        "Within the term of notice ({article}) these people must consent: {officers}.", "Binnen de aanzegtermijn ({article}) moeten deze medewerkers instemmen: {officers}. Vraag het hun, of kies een latere dienst.");

    public static readonly Rule WeightOfPlanner = new("WISH_WEIGHT_NOT_YOURS", RuleOutcome.Denied,
        "How much a wish weighs is for planners to say.", "Hoe zwaar een wens telt, bepaalt de planner. Laat dat leeg.");

    public static readonly Rule YourWishes = new("WISHES_NOT_YOURS", RuleOutcome.Denied,
        "The wishes are another person's.", "Dit zijn wensen van een ander. Vul alleen je eigen wensen in.");

    public static readonly Rule YourCalendar = new("CALENDAR_NOT_YOURS", RuleOutcome.Denied,
        "The calendar is another person's.", "Dit is het rooster van een ander. Vraag je eigen rooster op.");
}
