using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Loans;

/// <summary>Rules of borrowing and lending (C-37).</summary>
public static class LoanRules
{
    public static readonly Rule Urgent = new("INCIDENT_NOT_URGENT", RuleOutcome.Precondition,
        "Incident {number} has priority {priority}; only up to priority {urgent} a unit of another team may be borrowed.",
        "Melding {number} heeft prioriteit {priority}. Een eenheid van een ander team lenen kan alleen bij spoed (tot en met prioriteit {urgent}). Kies een eigen eenheid.");

    public static readonly Rule HoldOver = new("BORROW_HOLD", RuleOutcome.Precondition,
        "Incident {number} may borrow when it has waited {secondsLeft} s more, or at once with a reason.",
        "Lenen van een ander team kan voor melding {number} {secondsLeftLabel}. Kies een eigen eenheid, of geef een reden waarom het niet kan wachten.");

    public static readonly Rule NotRefused = new("LOAN_ALREADY_REFUSED", RuleOutcome.Precondition,
        "The loan of unit {callSign} was refused by {by} at {at}.", "De uitleen van eenheid {callSign} is al geweigerd door {by} om {atLabel}. Kijk wat er nu staat.");

    public static readonly Rule NotEnded = new("LOAN_ENDED", RuleOutcome.Precondition,
        "The loan of unit {callSign} ended at {at}.", "De uitleen van eenheid {callSign} is al geëindigd om {atLabel}. Er is niets meer te weigeren.");
}
