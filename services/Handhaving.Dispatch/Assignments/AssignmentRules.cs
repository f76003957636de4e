using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Rules of an assignment. What the recommendation shows is what is enforced here: one filter for both.</summary>
public static class AssignmentRules
{
    public static readonly Rule Transition = new("TRANSITION_NOT_ALLOWED", RuleOutcome.Precondition,
        "An assignment that is {from} cannot become {to}.", "Dit kan nu niet: de inzet heeft de stand {fromLabel}. Kijk wat er nu staat en kies een passende stap.");

    public static readonly Rule NotExpired = new("OFFER_EXPIRED", RuleOutcome.Precondition,
        "The offer ended at {expiredAt}.", "Dit aanbod is verlopen. Vraag de centralist om een nieuw aanbod.");

    public static readonly Rule UnitFree = new("UNIT_ALREADY_ASSIGNED", RuleOutcome.Conflict,
        "Unit {callSign} was assigned to {winnerIncident} (number {winnerNumber} in {winnerMunicipality}) by {winner}.", "Eenheid {callSign} is al toegewezen aan melding {winnerNumber} in {winnerMunicipality} door {winner}. Kies een andere eenheid.");

    public static readonly Rule NotOnItAlready = new("UNIT_ALREADY_ON_INCIDENT", RuleOutcome.Precondition,
        "Unit {callSign} is on this incident already.", "Eenheid {callSign} is al op deze melding ingezet.");

    public static readonly Rule OnDuty = new("UNIT_NOT_ON_DUTY", RuleOutcome.Precondition,
        "Unit {callSign} is not on duty.", "Eenheid {callSign} is niet in dienst. Kies een andere eenheid of meld deze eenheid eerst aan.");

    public static readonly Rule Competent = new("UNIT_NOT_COMPETENT", RuleOutcome.Precondition,
        "Unit {callSign} is not competent: {missing}.", "Eenheid {callSign} is hiervoor niet bevoegd: {missingLabel}. Kies een bevoegde eenheid.");

    public static readonly Rule CrewLargeEnough = new("CREW_TOO_SMALL", RuleOutcome.Precondition,
        "Unit {callSign} has too small a crew: {missing}.", "Eenheid {callSign} heeft te weinig mensen: {missingLabel}. Vul de bezetting aan of kies een andere eenheid.");

    public static readonly Rule MayLead = new("UNIT_MAY_NOT_LEAD", RuleOutcome.Precondition,
        "Unit {callSign} may not lead this kind of incident: {missing}.", "Eenheid {callSign} mag deze melding niet leiden: {missingLabel}. Kies een politie-eenheid.");

    public static readonly Rule NotOnBreak = new("UNIT_ON_BREAK", RuleOutcome.Precondition,
        "Unit {callSign} has a break.", "Eenheid {callSign} heeft pauze. Kies een andere eenheid of vraag deze om de pauze te beëindigen.");

    public static readonly Rule InService = new("UNIT_OUT_OF_SERVICE", RuleOutcome.Precondition,
        "Unit {callSign} is out of service.", "Eenheid {callSign} is niet inzetbaar. Kies een andere eenheid.");

    public static readonly Rule DutyNotOver = new("UNIT_DUTY_OVER", RuleOutcome.Precondition,
        "The duty of unit {callSign} is over, or ends before the unit is expected to be there and done: {missing}; ExtendDuty sets a later end.", "Eenheid {callSign} kan dit niet meer doen: {missingLabel}. Kies een andere eenheid, of spreek een nieuwe eindtijd af en verleng de dienst.");

    public static readonly Rule Available = new("UNIT_NOT_AVAILABLE", RuleOutcome.Precondition,
        "Unit {callSign} of another team takes no work now: {missing}.", "Eenheid {callSign} van een ander team {missingLabel}. Kies een andere eenheid of bel haar meldkamer.");

    public static readonly Rule EquipmentAllowed = new("UNIT_EQUIPMENT_NOT_ALLOWED", RuleOutcome.Precondition,
        "Unit {callSign} does not fit: {missing}.", "Eenheid {callSign} {missingLabel}. Kies een andere eenheid.");

    public static readonly Rule EquipmentPresent = new("UNIT_EQUIPMENT_MISSING", RuleOutcome.Precondition,
        "Unit {callSign} does not fit: {missing}.", "Eenheid {callSign} {missingLabel}, en dat is voor deze melding nodig. Kies een andere eenheid.");

    public static readonly Rule YourUnit = new("NOT_YOUR_UNIT", RuleOutcome.Denied,
        "The caller is not in the crew of this unit.", "U hoort niet bij deze eenheid. Alleen de eigen eenheid of de centralist mag dit melden.");

    public static readonly Rule HigherPriority = new("PRIORITY_NOT_HIGHER", RuleOutcome.Precondition,
        "Unit {callSign} is on incident {number} with priority {priority}; only a more urgent incident may take it.", "Eenheid {callSign} is bezig met melding {number} (prioriteit {priority}). Alleen een dringender melding mag deze eenheid weghalen.");

    public static readonly Rule LeavesSceneKnowingly = new("UNIT_ON_SCENE", RuleOutcome.Precondition,
        "Unit {callSign} is on scene at incident {number}; taking it away needs a confirmation.", "Eenheid {callSign} is ter plaatse bij melding {number}. Bevestig dat de eenheid daar weg kan.");

    private static readonly Sentences AcceptedTooLate = new(
        "The offer ended at {expiredAt}; that the unit accepted at {occurTime} was told after that, and does not revive it.",
        "Dit aanbod was al verlopen toen de acceptatie werd gemeld, ook al zei de eenheid om {occurTimeLabel} uur ja. Vraag de centralist om een nieuw aanbod.");

    private static readonly Sentences TakenOnLoan = new(
        "Unit {callSign} was lent to incident number {winnerNumber} in {winnerMunicipality} by {winner} ({winnerLoan}).",
        "Eenheid {callSign} is uitgeleend aan melding {winnerNumber} in {winnerMunicipality} door {winner}. Kies een andere eenheid, of haal haar terug met 'lening weigeren'.");

    private static readonly Sentences TakenUnseen = new(
        "Unit {callSign} was assigned to an incident that you may not read.", "Eenheid {callSign} is al toegewezen aan een melding die u niet kunt inzien. Kies een andere eenheid.");

    private static readonly Sentences LentAway = new(
        "The unit is lent: its crew and the desk of the incident report for it; RefuseLoan takes it back.",
        "Deze eenheid is uitgeleend. Haar bemanning en de meldkamer van de melding melden voor haar; met 'lening weigeren' haalt u haar terug.");

    private static readonly Dictionary<AssignmentState, AssignmentState[]> Next = new()
    {
        [AssignmentState.Offered] = [AssignmentState.Accepted, AssignmentState.Declined, AssignmentState.Expired, AssignmentState.Withdrawn],
        [AssignmentState.Accepted] = [AssignmentState.EnRoute, AssignmentState.OnScene, AssignmentState.Cleared, AssignmentState.Withdrawn, AssignmentState.Failed, AssignmentState.Preempted],
        [AssignmentState.EnRoute] = [AssignmentState.OnScene, AssignmentState.Cleared, AssignmentState.Withdrawn, AssignmentState.Failed, AssignmentState.Preempted],
        [AssignmentState.OnScene] = [AssignmentState.Cleared, AssignmentState.Withdrawn, AssignmentState.Failed, AssignmentState.Preempted],
    };

    /// <param name="isLentByCaller">The desk of its owner asked: it is told who does report.</param>
    public static RuleBroken NotYourUnit(bool isLentByCaller) => new(YourUnit) { Told = isLentByCaller ? LentAway : null };

    /// <summary>A step that does not follow the state that a job has; the sentence names it in Dutch.</summary>
    /// <param name="to">What was asked for.</param>
    public static RuleBroken NotFrom(AssignmentState from, string to) => Transition.Broken(("from", from.ToString()), ("fromLabel", NameOf(from)), ("to", to));

    /// <summary>A unit whose slot another has; the sentence has the number by which the desk knows the incident and where it counts, the metadata its resource name.</summary>
    /// <param name="winner">Null, or without a number, when nothing of it may be told: then the metadata has nothing of it.</param>
    public static RuleBroken Taken((string Key, string Value)[] called, Data.SlotHolder? winner)
    {
        var words = called.ToDictionary(word => word.Key, word => word.Value);
        if (winner is not { Number: { } number }) return new(UnitFree, words) { Told = TakenUnseen };
        (words["winner"], words["winnerNumber"], words["winnerMunicipality"]) = (winner.AssignedBy, number, winner.Municipality);
        if (winner.Loan is not { } loan)
        {
            words["winnerIncident"] = winner.Incident;
            return new(UnitFree, words);
        }
        words["winnerLoan"] = loan.Value;
        return new(UnitFree, words) { Told = TakenOnLoan };
    }

    /// <summary>An offer that is over, also for a unit that accepted it before and says so after: the version decides.</summary>
    public static RuleBroken Expired(Assignment offer, Act act) => act.OccurTime is { } told && told < offer.ExpiresAt
        ? new(NotExpired, new Dictionary<string, string> { ["expiredAt"] = offer.ExpiresAt.ToString("O"), ["occurTime"] = told.ToString("O"), ["occurTimeLabel"] = UnitFilter.DutchClock(told) }) { Told = AcceptedTooLate }
        : NotExpired.Broken(("expiredAt", offer.ExpiresAt.ToString("O")));

    public static bool Allows(AssignmentState from, AssignmentState to) => Next.TryGetValue(from, out var states) && states.Contains(to);

    /// <summary>A state as Dutch sentences name it.</summary>
    public static string NameOf(AssignmentState state) => state switch
    {
        AssignmentState.Offered => "aangeboden",
        AssignmentState.Accepted => "aangenomen",
        AssignmentState.EnRoute => "onderweg",
        AssignmentState.OnScene => "ter plaatse",
        AssignmentState.Cleared => "afgerond",
        AssignmentState.Declined => "geweigerd",
        AssignmentState.Expired => "verlopen",
        AssignmentState.Withdrawn => "ingetrokken",
        AssignmentState.Failed => "afgebroken",
        AssignmentState.Preempted => "weggehaald voor een dringender melding",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    /// <summary>The hard filters, in the words of the one who tried (C-21, C-22).</summary>
    /// <param name="overrideReason">Why staffing is set aside; null = it is not. Of a unit that is borrowed it is its owner's to set aside.</param>
    /// <returns>What was set aside; null when the unit fits as it is.</returns>
    public static StaffingOverride? RequireFit(UnitOnDuty unit, TaskDemand demand, string? overrideReason, DateTimeOffset now)
    {
        List<string> setAside = [];
        foreach (var rejection in UnitFilter.Reject(unit, demand, now))
            if (overrideReason is not null && MayBeSetAside(rejection.Code)) setAside.Add(RuleOf(rejection.Code).Reason);
            else throw RuleOf(rejection.Code).Broken([.. unit.Called.Words, .. rejection.Words]);
        return overrideReason is not null && setAside.Count > 0 ? new(overrideReason, setAside) : null;
    }

    /// <summary>Whether a unit that was sent may still do what the incident asks by now: what the law asks and nobody sets aside. Staffing, a break and the end of a duty
    /// were weighed when it was sent, and what it does not carry is no reason to leave.</summary>
    /// <returns>Null when it may.</returns>
    public static Rejection? WhyNoLonger(UnitOnDuty unit, TaskDemand demand, DateTimeOffset now) => UnitFilter.Reject(unit, demand, now).FirstOrDefault(rejection => IsOfLaw(rejection.Code));

    /// <exception cref="RuleBroken">UNIT_MAY_NOT_LEAD, UNIT_NOT_COMPETENT, UNIT_EQUIPMENT_NOT_ALLOWED.</exception>
    public static void RequireStillFit(UnitOnDuty unit, TaskDemand demand, DateTimeOffset now)
    {
        if (WhyNoLonger(unit, demand, now) is { } rejection) throw RuleOf(rejection.Code).Broken([.. unit.Called.Words, .. rejection.Words]);
    }

    /// <summary>The same for a unit of another team, in words that tell nothing of its people.</summary>
    public static void RequireFitToLend(UnitOnDuty unit, TaskDemand demand, DateTimeOffset now)
    {
        if (Rejection.SeenByOthers(UnitFilter.Reject(unit, demand, now)) is [var rejection, ..]) throw RuleOf(rejection.Code).Broken([.. unit.Called.Words, .. rejection.Words]);
    }

    private static bool IsOfLaw(RejectionCode code) => code is RejectionCode.PoliceOnly or RejectionCode.DomainMissing or RejectionCode.TerritoryMissing
        or RejectionCode.AppointmentExpired or RejectionCode.EquipmentNotAllowed;

    // What the law asks (powers, territory, date, C-22; police alone, C-14; equipment, C-23) nobody sets aside, and who is not there cannot be sent.
    private static bool MayBeSetAside(RejectionCode code) => code is RejectionCode.CrewTooSmall or RejectionCode.DutyOver;

    private static Rule RuleOf(RejectionCode code) => code switch
    {
        RejectionCode.CrewTooSmall => CrewLargeEnough,
        RejectionCode.PoliceOnly => MayLead,
        RejectionCode.OnBreak => NotOnBreak,
        RejectionCode.OutOfService => InService,
        RejectionCode.DutyOver => DutyNotOver,
        RejectionCode.NotAvailable => Available,
        RejectionCode.EquipmentNotAllowed => EquipmentAllowed,
        RejectionCode.EquipmentMissing => EquipmentPresent,
        RejectionCode.DomainMissing or RejectionCode.TerritoryMissing or RejectionCode.AppointmentExpired => Competent,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a hard filter on a unit."),
    };
}
