using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Triangle;

/// <summary>Rules of conflicts and of decisions about them.</summary>
public static class TriangleRules
{
    public static readonly Rule ConflictOpen = new("CONFLICT_ENDED", RuleOutcome.Precondition,
        "The conflict ended: its request was decided, revised or given back, or the people are there again.", "Het conflict is al voorbij. Bekijk de nieuwste stand.");

    public static readonly Rule OptionFeasible = new("OPTION_NOT_FEASIBLE", RuleOutcome.Precondition,
        "This option cannot be carried out: {obstacle}.", "Deze keuze kan niet: {obstacleLabel}. Kies een andere.");

    public static readonly Rule AboutConflict = new("OPTION_NOT_ABOUT_CONFLICT", RuleOutcome.Invalid,
        "LOWER_WATERLINE is about no conflict; see ProposeWaterline.", "Een lager minimum is geen keuze bij een conflict. Stel het apart voor.");

    public static readonly Rule Lowers = new("WATERLINE_NOT_LOWERED", RuleOutcome.Precondition,
        "The minimum is nowhere above {minimum} in this stretch; ChangeWaterline raises it.", "Het minimum ligt in deze periode nergens boven {minimum}. Verhogen kan zonder besluit.");

    public static readonly Rule Competing = new("NOT_COMPETING", RuleOutcome.Invalid,
        "{name} does not claim these blocks for another case.", "Reservering {name} staat dit verzoek niet in de weg. Kies een andere reservering.");

    public static readonly Rule OwnPeople = new("DISPLACES_POLICE", RuleOutcome.Precondition,
        "{name} holds police too; the driehoek of the team decides about those.", "Reservering {name} bevat ook politie. Daarover beslist de driehoek van het team. Kies een andere reservering of een andere keuze.");

    public static readonly Rule DisplacedNamed = new("DISPLACED_NOT_FOR_OPTION", RuleOutcome.Invalid,
        "Reservations are named for DISPLACE alone.", "Alleen bij verdringen kiest u reserveringen. Laat ze weg.");

    public static readonly Rule AssistanceNamed = new("ASSISTANCE_TEAM_MISSING", RuleOutcome.Invalid,
        "ASSISTANCE, and no other option, names the regional team that is asked.", "Noem bij bijstand het regionale team, en alleen dan.");

    public static readonly Rule StillHolds = new("DECISION_VALIDITY_PAST", RuleOutcome.Invalid,
        "The decision would hold until a time that is over.", "De geldigheid van het besluit is al voorbij. Kies een later einde.");

    public static readonly Rule Covers = new("DECISION_VALIDITY_SHORT", RuleOutcome.Precondition,
        "The decision does not hold from {start} to {end}, where it goes below the waterline or takes people back.",
        "Het besluit geldt niet van {startLabel} tot {endLabel}, terwijl het daar onder het minimum gaat of mensen terugneemt. Kies een langere geldigheid.");

    public static readonly Rule OnePerson = new("SEAT_OF_SAME_PERSON", RuleOutcome.Denied,
        "The caller has voted on this decision as {role} already; one person does not take two seats.", "U hebt bij dit besluit al gestemd als {roleLabel}. Laat een ander voor deze rol stemmen.");

    public static readonly Rule Draft = new("DECISION_NOT_DRAFT", RuleOutcome.Precondition,
        "The decision is {state}, not a draft.", "Het besluit is geen concept meer ({stateLabel}). Bekijk de nieuwste stand.");

    public static readonly Rule OnAgenda = new("DECISION_NOT_ON_AGENDA", RuleOutcome.Precondition,
        "The decision is {state}, not on the agenda.", "Het besluit staat niet op de agenda ({stateLabel}). Bekijk de nieuwste stand.");

    public static readonly Rule Undecided = new("DECISION_ENDED", RuleOutcome.Precondition,
        "The decision is {state}.", "Het besluit is al afgerond ({stateLabel}). Er is niets meer in te trekken.");

    public static readonly Rule HasSeat = new("SEAT_NOT_YOURS", RuleOutcome.Denied,
        "The caller has no vote as {role} about this decision.", "U hebt bij dit besluit geen stem als {roleLabel}.");

    public static readonly Rule UpToDate = new("DECISION_OUTDATED", RuleOutcome.Precondition,
        "Since it was put to the vote its effects became worse; propose it anew.", "De gevolgen zijn ongunstiger geworden dan waarover is gestemd. Maak een nieuw voorstel.");
}
