using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Reservations;

/// <summary>Rules of reservations.</summary>
public static class ReservationRules
{
    public static readonly Rule NotPast = new("DEPLOYMENT_IN_PAST", RuleOutcome.Invalid,
        "Line {line} ends in the past.", "Regel {line} ligt in het verleden. Verbeter de tijden.");

    public static readonly Rule BlocksInReach = new("TOO_MANY_BLOCKS", RuleOutcome.Invalid,
        "The request touches {count} blocks of a quarter of an hour; at most {most}.", "De aanvraag is te groot ({count} kwartieren, hoogstens {most}). Splits de aanvraag.");

    public static readonly Rule HoldLongEnough = new("HOLD_TOO_SHORT", RuleOutcome.Invalid,
        "A hold lasts at least 60 seconds, and is only made longer.", "De reservering moet minstens 60 seconden duren en kan alleen langer worden.");

    public static readonly Rule HoldShortEnough = new("HOLD_TOO_LONG", RuleOutcome.Invalid,
        "A hold lasts at most 90 days.", "Een voorlopige reservering duurt hoogstens 90 dagen. Kies een eerder moment.");

    public static readonly Rule CaseVersionSame = new("CASE_VERSION_REUSED", RuleOutcome.AlreadyExists,
        "Version {version} of this case asked for something else before; ask with a higher version.", "Versie {version} van deze zaak heeft al iets anders gevraagd. Gebruik een hoger versienummer.");

    public static readonly Rule CaseVersionNew = new("CASE_VERSION_OLD", RuleOutcome.Precondition,
        "Version {latest} of this case has asked already.", "Versie {latest} van deze zaak heeft al gevraagd. Werk met de nieuwste versie.");

    public static readonly Rule Held = new("RESERVATION_NOT_HELD", RuleOutcome.Precondition,
        "The reservation is {state}, not held.", "De reservering is niet voorlopig ({stateLabel}). Bekijk de nieuwe stand.");

    public static readonly Rule NotOver = new("DEPLOYMENT_OVER", RuleOutcome.Precondition,
        "All of it is over; what is past is not confirmed.", "De inzet is al voorbij. Bevestigen kan niet meer.");

    public static readonly Rule HoldLives = new("HOLD_EXPIRED", RuleOutcome.Precondition,
        "The hold ended at {until}; ask anew.", "De voorlopige reservering is verlopen. Vraag de inzet opnieuw aan.");

    public static readonly Rule Live = new("RESERVATION_ENDED", RuleOutcome.Precondition,
        "The reservation is {state} already.", "De reservering is al afgelopen ({stateLabel}). Er is niets meer vrij te geven.");

    public static readonly Rule NoLaterHold = new("LATER_VERSION_HELD", RuleOutcome.Precondition,
        "Version {later} of the case is held on top of this one; confirm or release that one first.", "Versie {later} van de zaak is nog voorlopig. Bevestig die of geef die eerst vrij.");
}
