using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Rosters.Publishing;

/// <summary>What must be settled before people work by a roster.</summary>
public static class PublishRules
{
    public static readonly Rule Decided = new("ROSTER_UNSERVED_UNDECIDED", RuleOutcome.Precondition,
        "Nobody decided what becomes of {count} unserved tasks, first: {tasks}.", "Over {count} taken zonder (genoeg) mensen is niet besloten, als eerste: {tasks}. Besluit per taak: uitstellen, laten vervallen of overdragen.");

    public static readonly Rule Unserved = new("ROSTER_TASK_SERVED", RuleOutcome.Precondition,
        "No task {code} of {day} lacks people in this roster.", "De dienst {code} van {day} komt in dit rooster geen mensen tekort. Haal het rooster opnieuw op.");

    public static readonly Rule WithinReserve = new("ROSTER_RESERVE_TAKEN", RuleOutcome.Precondition,
        "{planned} per cent of the team's hours is planned; at most {most} per cent may be, for {reserve} per cent is reserve.", "Er is {planned}% van de uren van het team ingepland. Hoogstens {most}% mag: {reserve}% is reserve. Plan minder, of geef de reserve vrij voor een crisis.");

    public static readonly Rule DistrictReason = new("ROSTER_DISTRICT_REASON", RuleOutcome.Precondition,
        "District officers work {outside} per cent of their hours outside their district; above {most} per cent a reason is needed.", "Wijkagenten werken {outside}% van hun uren buiten de wijk. Boven {most}% is een reden nodig. Vul die in, of plan hen in de wijk.");
}
