using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.StatusCodes;

/// <summary>Rules of a status report by code.</summary>
public static class StatusCodeRules
{
    public static readonly Rule Known = new("UNKNOWN_STATUS_CODE", RuleOutcome.Invalid,
        "{code} is not a status code of this kind of unit; known are {known}.", "De statuscode {code} bestaat niet voor deze eenheid. Kies uit: {known}.");

    public static readonly Rule Reportable = new("STATUS_CODE_NOT_REPORTABLE", RuleOutcome.Denied,
        "Only the desk may report status {code} ({label}).", "Status {code} ({label}) kan alleen de meldkamer geven. Vraag de centralist.");

    public static readonly Rule Next = new("STATUS_CODE_NOT_ALLOWED_NEXT", RuleOutcome.Precondition,
        "Status {code} does not follow status {current}; allowed are {allowed}.", "Na status {current} kan status {code} niet. Kies uit: {allowed}.");

    public static readonly Rule HasJob = new("NO_CURRENT_ASSIGNMENT", RuleOutcome.Precondition,
        "Unit {callSign} has no current assignment.", "Eenheid {callSign} heeft geen lopende inzet. Vraag de centralist om een melding.");

    public static readonly Rule OwnJob = new("ASSIGNMENT_OF_OTHER_UNIT", RuleOutcome.Precondition,
        "{assignment} is not the current assignment of unit {callSign}.", "Deze inzet is niet de lopende inzet van eenheid {callSign}. Kijk wat er nu staat en kies de juiste inzet.");

    public static readonly Rule Taken = new("STATUS_FIELD_NOT_TAKEN", RuleOutcome.Invalid,
        "Status {code} ({label}) takes no {field}.", "Status {code} ({label}) neemt dit gegeven niet aan: {field}. Laat het weg.");

    /// <summary>What a code does not take is refused, so that nothing told is let go in silence.</summary>
    public static void RequireTaken(StatusReport report, StatusCode code)
    {
        Refuse("assignment", report.Assignment is not null && !code.IsAboutJob);
        Refuse("disposition", report.Disposition is not null && code.Meaning is not StatusMeaning.JobDone);
        Refuse("text", report.Text is not null && code.Meaning is StatusMeaning.OffDuty);

        void Refuse(string field, bool isTold) => Taken.Require(!isTold, ("code", code.Code), ("label", code.Label), ("field", field));
    }

    /// <summary>What the code of a unit means now: its job's step counts before its own activity.</summary>
    public static StatusMeaning CurrentOf(UnitActivity activity, AssignmentState? job) => (job, activity) switch
    {
        (AssignmentState.EnRoute, _) => StatusMeaning.UnderWay,
        (AssignmentState.OnScene, _) => StatusMeaning.OnScene,
        (_, UnitActivity.Available) => StatusMeaning.Available,
        (_, UnitActivity.Patrolling) => StatusMeaning.Patrolling,
        (_, UnitActivity.Break) => StatusMeaning.Break,
        (_, UnitActivity.OutOfService) => StatusMeaning.OutOfService,
        _ => throw new ArgumentOutOfRangeException(nameof(activity), activity, "Not an activity."),
    };

    public static void RequireNext(StatusCode code, StatusCode? current)
    {
        if (current is null || current.AllowedNext.Count == 0) return;
        Next.Require(current.AllowedNext.Contains(code.Code), ("code", code.Code), ("current", current.Code), ("allowed", string.Join(", ", current.AllowedNext)));
    }
}
