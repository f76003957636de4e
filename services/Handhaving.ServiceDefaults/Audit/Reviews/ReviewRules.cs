using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Audit.Reviews;

/// <summary>Rules of judging what the audit log holds.</summary>
public static class ReviewRules
{
    public static readonly Rule Due = new("REVIEW_NOT_DUE", RuleOutcome.Precondition,
        "Line {sequence} was allowed and no rule was set aside: there is nothing to review.", "Regel {sequence} was gewoon toegestaan. Daar is niets aan te beoordelen.");

    public static readonly Rule NotOwn = new("REVIEW_OF_OWN_ACT", RuleOutcome.Denied,
        "Line {sequence} is about your own act: somebody else reviews it.", "Regel {sequence} gaat over wat u zelf deed. Laat een ander dit beoordelen.");

    public static readonly Rule NotTooOften = new("REVIEW_TOO_OFTEN", RuleOutcome.Precondition,
        "You judged line {sequence} {most} times in 24 hours: judge it again tomorrow.", "U heeft regel {sequence} in 24 uur al {most} keer beoordeeld. Doe dat morgen weer.");
}
