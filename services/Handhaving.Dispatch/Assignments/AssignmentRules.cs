using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Rules of an assignment. What the recommendation shows is what is enforced here: one filter for both.</summary>
public static class AssignmentRules
{
    public static readonly Rule Transition = new("TRANSITION_NOT_ALLOWED", RuleOutcome.Precondition,
        "An assignment that is {from} cannot become {to}.", "Dit kan nu niet: de inzet heeft de stand {from}. Ververs het scherm en kies een passende stap.");

    public static readonly Rule NotExpired = new("OFFER_EXPIRED", RuleOutcome.Precondition,
        "The offer ended at {expiredAt}.", "Dit aanbod is verlopen. Vraag de centralist om een nieuw aanbod.");

    public static readonly Rule UnitFree = new("UNIT_ALREADY_ASSIGNED", RuleOutcome.Conflict,
        "Unit {unit} was assigned to {winnerIncident} by {winner}.", "Eenheid {unit} is al toegewezen aan melding {winnerIncident} door {winner}. Kies een andere eenheid.");

    public static readonly Rule NotOnItAlready = new("UNIT_ALREADY_ON_INCIDENT", RuleOutcome.Precondition,
        "Unit {unit} is on this incident already.", "Eenheid {unit} is al op deze melding ingezet.");

    public static readonly Rule OnDuty = new("UNIT_NOT_ON_DUTY", RuleOutcome.Precondition,
        "Unit {unit} is not on duty.", "Eenheid {unit} is niet in dienst. Kies een andere eenheid of meld deze eenheid eerst aan.");

    public static readonly Rule Competent = new("UNIT_NOT_COMPETENT", RuleOutcome.Precondition,
        "Unit {unit} misses {missing}.", "Eenheid {unit} is hiervoor niet bevoegd: {missing}. Kies een bevoegde eenheid.");

    public static readonly Rule CrewLargeEnough = new("CREW_TOO_SMALL", RuleOutcome.Precondition,
        "Unit {unit}: {missing}.", "Eenheid {unit} heeft te weinig mensen: {missing}. Vul de bezetting aan of kies een andere eenheid.");

    public static readonly Rule YourUnit = new("NOT_YOUR_UNIT", RuleOutcome.Denied,
        "The caller is not in the crew of this unit.", "U hoort niet bij deze eenheid. Alleen de eigen eenheid of de centralist mag dit melden.");

    private static readonly Dictionary<AssignmentState, AssignmentState[]> Next = new()
    {
        [AssignmentState.Offered] = [AssignmentState.Accepted, AssignmentState.Declined, AssignmentState.Expired, AssignmentState.Withdrawn],
        [AssignmentState.Accepted] = [AssignmentState.EnRoute, AssignmentState.OnScene, AssignmentState.Cleared, AssignmentState.Withdrawn],
        [AssignmentState.EnRoute] = [AssignmentState.OnScene, AssignmentState.Cleared, AssignmentState.Withdrawn],
        [AssignmentState.OnScene] = [AssignmentState.Cleared, AssignmentState.Withdrawn],
    };

    public static bool Allows(AssignmentState from, AssignmentState to) => Next.TryGetValue(from, out var states) && states.Contains(to);

    /// <summary>The hard filters, in the words of the one who tried (C-21, C-22).</summary>
    public static void RequireFit(UnitOnDuty unit, IncidentType type, TenantId municipality, DateTimeOffset now)
    {
        foreach (var rejection in UnitFilter.Reject(unit, type, municipality, now))
            throw (rejection.Code is RejectionCode.CrewTooSmall ? CrewLargeEnough : Competent).Broken(("unit", unit.CallSign), ("missing", rejection.Text));
    }
}
