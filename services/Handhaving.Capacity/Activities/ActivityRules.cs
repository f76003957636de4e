using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Activities;

/// <summary>Rules of projects, prevention and traffic work.</summary>
public static class ActivityRules
{
    public static readonly Rule HasFundingEnd = new("ACTIVITY_WITHOUT_FUNDING_END", RuleOutcome.Invalid,
        "Project {activity} says not until when it is paid for.", "Vul bij project {activity} in tot wanneer er geld voor is.");

    public static readonly Rule HasTargetGroup = new("ACTIVITY_WITHOUT_TARGET_GROUP", RuleOutcome.Invalid,
        "Preventive activity {activity} names nobody that it is for.", "Kies bij preventieve activiteit {activity} voor wie die is.");

    public static readonly Rule HasPlace = new("ACTIVITY_WITHOUT_PLACE", RuleOutcome.Invalid,
        "Traffic work {activity} names no place.", "Vul bij verkeerswerk {activity} de plaats in.");

    public static readonly Rule PartnerOnce = new("ORGANISATION_TWICE", RuleOutcome.Invalid,
        "Organisation {organisation} stands twice.", "De organisatie {organisation} staat er twee keer. Haal er een weg.");

    public static readonly Rule KnownGroup = new("TARGET_GROUP_UNKNOWN", RuleOutcome.Invalid,
        "Target group {group} is not on the list.", "De doelgroep {group} staat niet op de lijst. Voeg die eerst toe.");

    public static readonly Rule IsPartner = new("ORGANISATION_NOT_IN_ACTIVITY", RuleOutcome.Invalid,
        "{organisation} gives no hours to {activity}.", "De organisatie {organisation} doet niet mee aan {activity}. Voeg die eerst toe.");

    public static readonly Rule Funded = new("FUNDING_ENDED", RuleOutcome.Precondition,
        "{activity} is paid for until {until}; no hours are planned after that (C-18).", "Voor {activity} is er geld tot en met {until}. Plan geen uren daarna.");

    public static readonly Rule WithinHours = new("ACTIVITY_HOURS_EXHAUSTED", RuleOutcome.Precondition,
        "{organisation} has {left} hours left for it.", "De organisatie {organisation} heeft hiervoor nog {left} uur.");

    public static readonly Rule KeepsHours = new("ACTIVITY_HOURS_TAKEN", RuleOutcome.Precondition,
        "{organisation} has {taken} hours planned; it cannot give fewer, nor leave.", "De organisatie {organisation} heeft al {taken} uur gepland. Geef minstens zoveel uren, of haal eerst geplande uren weg.");

    public static readonly Rule ListNotFull = new("ACTIVITY_LIST_FULL", RuleOutcome.Precondition,
        "{owner} has {most} of these already.", "Er zijn er bij {owner} al {most}. Gebruik een bestaande.");

    public static readonly Rule Done = new("HOURS_NOT_YET_DONE", RuleOutcome.Invalid,
        "Hours on {day} are not done yet.", "De uren op {day} zijn nog niet gemaakt. Vul ze achteraf in.");
}
