using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Assignments.Steps;

/// <summary>Rules of when something happened that is told later (late entry, dispatch 2).</summary>
public static class OccurRules
{
    public static readonly Rule NotAhead = new("OCCUR_TIME_AHEAD", RuleOutcome.Invalid,
        "{occurTime} is in the future.", "Dit tijdstip moet nog komen. Verbeter het tijdstip, of laat het weg als het nu gebeurt.");

    public static readonly Rule NotTooOld = new("OCCUR_TIME_TOO_OLD", RuleOutcome.Invalid,
        "{occurTime} is more than 30 days ago.", "Dit tijdstip is meer dan 30 dagen geleden. Verbeter het tijdstip.");

    public static readonly Rule NotBeforeOffer = new("OCCUR_TIME_BEFORE_OFFER", RuleOutcome.Precondition,
        "{occurTime} is before the offer, which was made at {offeredAt}.", "Dit tijdstip ligt voor het aanbod van {offeredAtLabel} uur. Verbeter het tijdstip.");

    public static readonly Rule NotBeforeStep = new("OCCUR_TIME_BEFORE_STEP", RuleOutcome.Precondition,
        "{occurTime} is before the step before it: {step} at {stepAt}.", "Dit tijdstip ligt voor de vorige stap: {stepLabel} om {stepAtLabel} uur. Verbeter het tijdstip.");

    public static readonly Rule AboutJob = new("OCCUR_TIME_NOT_HERE", RuleOutcome.Invalid,
        "Code {code} ({label}) is not about an assignment: it counts from when it is told.", "Bij deze status hoort geen eerder tijdstip: {label} geldt vanaf nu. Laat het tijdstip weg.");

    /// <summary>What a told time counts as: a clock that runs a little ahead says now.</summary>
    /// <exception cref="RuleBroken">OCCUR_TIME_AHEAD.</exception>
    public static DateTimeOffset? Counted(DateTimeOffset? told, DateTimeOffset now)
    {
        if (told is not { } at) return null;
        NotAhead.Require(at <= now + IncidentRules.ClockTolerance, ("occurTime", at.ToString("O")));
        return at < now ? at : now;
    }

    /// <summary>The same for a step that comes after another: a clock that runs a little behind, or a time to the minute, says right after it.</summary>
    /// <exception cref="RuleBroken">OCCUR_TIME_AHEAD.</exception>
    public static DateTimeOffset? Counted(DateTimeOffset? told, DateTimeOffset now, DateTimeOffset? lastStep) =>
        Counted(told, now) is not { } at ? null : lastStep is { } last && at < last && at >= last - IncidentRules.ClockTolerance ? last : at;

    /// <summary>A remark may be of as long ago as a report.</summary>
    /// <exception cref="RuleBroken">OCCUR_TIME_TOO_OLD.</exception>
    public static void RequireRecent(Act act) => NotTooOld.Require(act.OccurredAt >= act.At - IncidentRules.OldestReport, ("occurTime", act.OccurredAt.ToString("O")));

    /// <summary>The times of the steps of an assignment follow one another.</summary>
    /// <exception cref="RuleBroken">OCCUR_TIME_BEFORE_OFFER, OCCUR_TIME_BEFORE_STEP.</exception>
    public static void RequireOrder(Assignment before, DateTimeOffset occurTime)
    {
        var (step, at) = before.LastStep;
        var told = ("occurTime", occurTime.ToString("O"));
        NotBeforeOffer.Require(occurTime >= before.OfferedAt, told, ("offeredAt", before.OfferedAt.ToString("O")), ("offeredAtLabel", UnitFilter.DutchClock(before.OfferedAt)));
        NotBeforeStep.Require(occurTime >= at, told, ("step", step.ToString()), ("stepLabel", AssignmentRules.NameOf(step)), ("stepAt", at.ToString("O")), ("stepAtLabel", UnitFilter.DutchClock(at)));
    }
}
