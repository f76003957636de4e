using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Retention;

/// <summary>Rules of how long things are kept.</summary>
public static class RetentionRules
{
    public static readonly Rule Lawful = new("RETENTION_TERM_UNLAWFUL", RuleOutcome.Invalid,
        "The term is {least} to {most} days.", "De bewaartermijn is {least} tot {most} dagen. Kies een termijn daarbinnen.");
}
