using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Rules of an incident.</summary>
public static class IncidentRules
{
    public static readonly Rule Open = new("INCIDENT_NOT_OPEN", RuleOutcome.Precondition,
        "Incident {number} is {state}; this needs an open incident.", "Melding {number} is al afgehandeld of gesloten. Heropen de melding of maak een nieuwe.");

    public static readonly Rule Handled = new("INCIDENT_NOT_HANDLED", RuleOutcome.Precondition,
        "Incident {number} is {state}; only a handled incident can be closed.", "Melding {number} kan nog niet dicht. Leg eerst vast hoe de melding is afgelopen en rond de inzet af.");

    public static readonly Rule KnownType = new("UNKNOWN_INCIDENT_TYPE", RuleOutcome.Invalid,
        "{type} is not a type of incident here; see ListIncidentTypes.", "Het soort melding {type} bestaat niet. Kies een soort uit de lijst.");

    public static readonly Rule InRegion = new("LOCATION_OUTSIDE_REGION", RuleOutcome.Invalid,
        "The location lies outside the Netherlands.", "De plaats ligt buiten het gebied. Controleer de plaats op de kaart.");

    public static readonly Rule KnownDisposition = new("UNKNOWN_DISPOSITION", RuleOutcome.Invalid,
        "{disposition} is not an outcome code here.", "De afloop {disposition} bestaat niet. Kies een afloop uit de lijst.");
}
