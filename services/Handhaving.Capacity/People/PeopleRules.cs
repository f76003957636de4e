using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.People;

/// <summary>Rules of people and what is known of them.</summary>
public static class PeopleRules
{
    public static readonly Rule NewOfficer = new("OFFICER_EXISTS", RuleOutcome.AlreadyExists,
        "There is somebody with the id {officer} already, here or elsewhere.", "Het nummer {officer} is al in gebruik. Controleer het nummer, of wijzig de medewerker die er al is.");

    public static readonly Rule LocalTerritory = new("TERRITORY_NATIONAL", RuleOutcome.Invalid,
        "Only the police have powers in the whole country; name the municipalities.", "Alleen de politie is in het hele land bevoegd. Noem de gemeenten waar de akte geldt.");

    public static readonly Rule KnownTeam = new("STAFF_TEAM_UNKNOWN", RuleOutcome.Invalid,
        "{owner} has no team {team}; ListStaffTeams names them.", "Het team {team} bestaat niet bij {owner}. Kies een team uit de lijst.");

    public static readonly Rule KnownMunicipality = new("MUNICIPALITY_UNKNOWN", RuleOutcome.Invalid,
        "There is no municipality {municipality} here.", "Gemeente {municipality} is hier niet bekend. Controleer de gemeentecode.");

    public static readonly Rule RealDate = new("DATE_INVALID", RuleOutcome.Invalid,
        "{date} is no date.", "{date} is geen datum. Verbeter de datum.");

    public static readonly Rule TermInOrder = new("CONTRACT_TERM_EMPTY", RuleOutcome.Invalid,
        "The contract from {from} ends before it starts.", "Het contract vanaf {from} eindigt voordat het begint. Verbeter de data.");

    public static readonly Rule NoOverlap = new("CONTRACTS_OVERLAP", RuleOutcome.Invalid,
        "Two contracts hold on {day}.", "Op {day} gelden twee contracten. Laat het ene eindigen voordat het andere begint.");

    public static readonly Rule BorrowerOfLent = new("BORROWER_NOT_LENT", RuleOutcome.Invalid,
        "Only who is lent out has a borrower.", "Alleen bij een uitgeleende medewerker hoort een inlenende gemeente. Laat die leeg, of kies uitgeleend.");

    public static readonly Rule BorrowerElsewhere = new("BORROWER_IS_OWNER", RuleOutcome.Invalid,
        "Nobody is lent to its own municipality.", "Een medewerker kan niet aan de eigen gemeente worden uitgeleend. Kies een andere gemeente.");

    public static readonly Rule LentOnce = new("LOANS_OVERLAP", RuleOutcome.Invalid,
        "Somebody is lent to one other at a time; from {from} two would have the same hours.", "Deze medewerker is vanaf {from} al uitgeleend. Laat de ene uitlening eindigen voordat de andere begint.");

    public static readonly Rule AbsencesInReach = new("TOO_MANY_ABSENCES", RuleOutcome.Precondition,
        "Somebody has at most {most} absences.", "Er staan al {most} afwezigheden bij deze medewerker. Haal oude weg.");

    public static readonly Rule Derived = new("STRENGTH_NOT_DERIVED", RuleOutcome.Precondition,
        "{owner} has no posts of function {function}: its strength is reported, not counted from people.", "Van functie {function} zijn bij {owner} geen plaatsen bekend. De sterkte wordt daar opgegeven, niet uit de medewerkers berekend.");

    public static readonly Rule Reported = new("STRENGTH_DERIVED", RuleOutcome.Precondition,
        "The strength of function {function} of {owner} follows from its people; change those.", "De sterkte van functie {function} bij {owner} volgt uit de medewerkers. Wijzig de medewerkers of hun afwezigheid.");
}
