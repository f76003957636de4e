using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Rules of an incident.</summary>
public static class IncidentRules
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(366);

    /// <summary>How long ago what is told may be.</summary>
    public static readonly TimeSpan OldestReport = TimeSpan.FromDays(30);

    /// <summary>How far ahead of ours a caller's clock may run.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    public static readonly Rule Open = new("INCIDENT_NOT_OPEN", RuleOutcome.Precondition,
        "Incident {number} is {state}; this needs an open incident.", "Melding {number} is al afgehandeld of gesloten. Heropen de melding of maak een nieuwe.");

    public static readonly Rule NotCancelled = new("INCIDENT_CANCELLED", RuleOutcome.Precondition,
        "Incident {number} is cancelled and cannot be reopened.", "Melding {number} is geannuleerd en kan niet weer open. Maak een nieuwe melding als er toch iets te doen is.");

    public static readonly Rule Handled = new("INCIDENT_NOT_HANDLED", RuleOutcome.Precondition,
        "Incident {number} is {state}; only a handled incident can be closed.", "Melding {number} kan nog niet dicht. Leg eerst vast hoe de melding is afgelopen en rond de inzet af.");

    public static readonly Rule NotEnded = new("INCIDENT_ENDED", RuleOutcome.Precondition,
        "Incident {number} is {state}: it ended already.", "Melding {number} is al gesloten of geannuleerd. Kijk wat er nu staat.");

    public static readonly Rule Ended = new("INCIDENT_NOT_ENDED", RuleOutcome.Precondition,
        "Incident {number} is {state}; only a handled or closed incident can be reopened.", "Melding {number} loopt nog of is geannuleerd. Alleen een afgehandelde of gesloten melding kan open.");

    public static readonly Rule Classified = new("INCIDENT_NOT_CLASSIFIED", RuleOutcome.Precondition,
        "Incident {number} is not classified yet.", "Melding {number} heeft nog geen soort, prioriteit of plaats. Vul de melding eerst aan.");

    public static readonly Rule NotSetAside = new("INCIDENT_SET_ASIDE", RuleOutcome.Precondition,
        "Incident {number} is {state}; release it first.", "Melding {number} is opzijgezet of wacht op de melder. Neem de melding eerst weer op.");

    public static readonly Rule RoomForUnit = new("INCIDENT_ASSIGNMENTS_FULL", RuleOutcome.Precondition,
        "Incident {number} has {most} assignments already, ended ones counted.", "Voor melding {number} is al {most} keer een eenheid gevraagd, en meer gaat niet. Maak een nieuwe melding voor wat er nog te doen is.");

    public static readonly Rule RoomForOutcome = new("INCIDENT_OUTCOMES_FULL", RuleOutcome.Precondition,
        "Incident {number} has {most} outcomes already.", "Bij melding {number} is al {most} keer een afloop vastgelegd, en meer gaat niet. Schrijf wat er nog te melden is als notitie.");

    public static readonly Rule Waiting = new("INCIDENT_NOT_PENDING", RuleOutcome.Precondition,
        "Incident {number} is {state} or offered to a unit; only one that waits can be set aside.", "Voor melding {number} is al een eenheid gevraagd. Trek de inzet eerst in.");

    public static readonly Rule Held = new("INCIDENT_NOT_HELD", RuleOutcome.Precondition,
        "Incident {number} is {state}; it is not set aside.", "Melding {number} is niet opzijgezet. Kijk wat er nu staat.");

    public static readonly Rule HoldAhead = new("HOLD_TIME_PASSED", RuleOutcome.Invalid,
        "{until} is not in the future.", "Dit moment is al voorbij. Kies een later moment.");

    public static readonly Rule HoldNear = new("HOLD_TIME_TOO_FAR", RuleOutcome.Invalid,
        "{until} is more than 366 days ahead.", "Dit moment ligt meer dan een jaar vooruit. Kies een eerder moment.");

    public static readonly Rule HoldByDesk = new("HOLD_KIND_NOT_HERE", RuleOutcome.Invalid,
        "An incident waits for its reporter by AskReporter.", "Gebruik 'vraag aan melder' om op de melder te wachten.");

    public static readonly Rule OtherPriority = new("PRIORITY_UNCHANGED", RuleOutcome.Precondition,
        "Incident {number} has priority {priority} already.", "Melding {number} heeft al prioriteit {priority}.");

    public static readonly Rule OtherPlace = new("LOCATION_UNCHANGED", RuleOutcome.Precondition,
        "Incident {number} is there already.", "Melding {number} staat al op die plaats.");

    public static readonly Rule ReportTime = new("REPORT_TIME_NOT_POSSIBLE", RuleOutcome.Invalid,
        "The report time must lie within the last 30 days.", "Het tijdstip van de melding ligt in de toekomst of meer dan 30 dagen terug. Verbeter het tijdstip.");

    public static readonly Rule PlaceOrReason = new("LOCATION_MISSING", RuleOutcome.Invalid,
        "Incident {number} has no location, and no reason why.", "Melding {number} heeft geen plaats. Geef een plaats, of waarom die nog niet bekend is.");

    public static readonly Rule PlaceUnknown = new("LOCATION_KNOWN", RuleOutcome.Invalid,
        "location_unknown_reason says why there is no location, and one is given or known already.", "Er staat waarom de plaats niet bekend is, maar de plaats is wel bekend. Laat de reden weg, of zet de melding op een andere plaats.");

    public static readonly Rule CautionsOrNone = new("CAUTIONS_AND_CLEARED", RuleOutcome.Invalid,
        "cautions_cleared says that there are none, and cautions names some.", "Er staat dat er niets meer te weten is en ook wat men moet weten. Geef het een of het ander.");

    public static readonly Rule NotEmpty = new("REPORT_EMPTY", RuleOutcome.Invalid,
        "A report needs a text or a location.", "Een melding heeft een tekst of een plaats nodig. Vul een van beide in.");

    public static readonly Rule NoReporter = new("REPORTER_FORBIDDEN", RuleOutcome.Invalid,
        "A report from {source} is anonymous: no reporter can be recorded.", "Deze melding is anoniem: leg geen gegevens van de melder vast.");

    public static readonly Rule CanBeAnswered = new("REPORTER_CANNOT_BE_ANSWERED", RuleOutcome.Invalid,
        "The reporter wants an answer, and no name, phone number or mail address is given: give one, or leave wants_answer out.",
        "De melder wil horen hoe het afloopt, maar er staat geen naam, telefoonnummer of mailadres bij. Vul een daarvan in, of haal 'wil antwoord' weg.");

    public static readonly Rule ReporterKnown = new("REPORTER_UNKNOWN", RuleOutcome.Precondition,
        "Nobody is known who reported incident {number}.", "Van melding {number} is geen melder bekend. Er is niemand om iets te vragen.");

    public static readonly Rule YourIncident = new("NOT_YOUR_INCIDENT", RuleOutcome.Denied,
        "The caller's unit is not and was not on this incident.", "Uw eenheid is niet ingezet op deze melding. Alleen de centralist of een ingezette eenheid kan hier iets noteren.");

    public static readonly Rule KnownType = new("UNKNOWN_INCIDENT_TYPE", RuleOutcome.Invalid,
        "{type} is not a type of incident here; see ListIncidentTypes.", "Het soort melding {type} bestaat niet. Kies een soort uit de lijst.");

    public static readonly Rule InRegion = new("LOCATION_OUTSIDE_REGION", RuleOutcome.Invalid,
        "The location lies in no municipality that is known here.",
        "De plaats ligt buiten de gemeenten die hier bekend zijn. Controleer de plaats op de kaart; klopt die, geef de melding dan door aan de gemeente waar het is.");

    public static readonly Rule InMunicipality = new("LOCATION_IN_OTHER_MUNICIPALITY", RuleOutcome.Invalid,
        "The location lies in {displayName} ({municipality}), not in the municipality named; report it there or correct the location.",
        "De plaats ligt in de gemeente {displayName}, niet in de gekozen gemeente. Controleer de plaats op de kaart, of meld het bij {displayName}.");

    public static readonly Rule KnownDisposition = new("UNKNOWN_DISPOSITION", RuleOutcome.Invalid,
        "{disposition} is not an outcome code here; known are {known}, see ListIncidentTypes.", "De afloop {disposition} bestaat niet. Kies uit: {knownLabel}.");

    /// <summary>Until when an incident may be set aside or wait for its reporter.</summary>
    /// <exception cref="RuleBroken">HOLD_TIME_PASSED, HOLD_TIME_TOO_FAR.</exception>
    public static void RequireHoldTime(DateTimeOffset until, DateTimeOffset now)
    {
        HoldAhead.Require(until > now, ("until", until.ToString("O")));
        HoldNear.Require(until <= now + LongestHold, ("until", until.ToString("O")));
    }

    /// <summary>When an event was reported: it may be written down later, and clocks differ a little.</summary>
    /// <exception cref="RuleBroken">REPORT_TIME_NOT_POSSIBLE.</exception>
    public static void RequireReportTime(DateTimeOffset? reportedAt, DateTimeOffset now) =>
        ReportTime.Require(reportedAt is not { } at || (at >= now - OldestReport && at <= now + ClockTolerance));
}
