using Handhaving.Dispatch.Assignments;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>What can be done to incidents, jobs and units.</summary>
internal enum ModelAct
{
    Report, Classify, Reprioritise, Hold, Release, HoldEnds, Outcome, Close, Cancel, Reopen,
    Assign, Accept, Decline, GoEnRoute, Arrive, Clear, Withdraw, Fail, Preempt, Expire, SignOn, SignOff, RefuseLoan, ExtendDuty, ReportCode,
}

/// <summary>When a step is said to have been taken: not said, at a time that may be, or at one that cannot.</summary>
internal enum ModelTime { Now, Told, BeforeOffer, Ahead }

/// <summary>One thing that is done, with all that was decided about it before it was done.</summary>
/// <param name="Incident">Place of the incident in the world; of a pre-emption the urgent one.</param>
internal sealed record ModelStep(ModelAct Act, int Incident)
{
    /// <summary>The job meant: its incident and its place there.</summary>
    public (int Incident, int Number) Job { get; init; }

    public int Unit { get; init; }

    public AssignmentRole Role { get; init; } = AssignmentRole.Primary;

    /// <summary>The version that the caller saw.</summary>
    public int Version { get; init; }

    public string Municipality { get; init; } = "";

    public string Type { get; init; } = "";

    public int Priority { get; init; }

    /// <summary>What a unit reports by a code: 2 = under way, 3 = on scene, 4 = done.</summary>
    public int Code { get; init; }

    /// <summary>A later end of a duty, in minutes after the run began.</summary>
    public int EndMinutes { get; init; }

    /// <summary>With an outcome; planned rather than looked at again; leaving the scene: whatever the act may do or not.</summary>
    public bool Flag { get; init; }

    public ModelTime Time { get; init; }

    /// <summary>The time that is said, unless none is.</summary>
    public DateTimeOffset OccurTime { get; init; }

    public override string ToString() => Act switch
    {
        ModelAct.Report => $"{Act} in {Municipality} '{Type}' {Priority}",
        ModelAct.SignOn or ModelAct.SignOff => $"{Act} unit {Unit}",
        ModelAct.ExtendDuty => $"{Act} unit {Unit} to {EndMinutes}",
        ModelAct.ReportCode => $"{Act} unit {Unit} {Code} {Flag} {Time}",
        ModelAct.RefuseLoan => $"{Act} job {Job.Number} of incident {Job.Incident} as '{Type}' {Priority}",
        >= ModelAct.Accept and not ModelAct.Preempt => $"{Act} job {Job.Number} of incident {Job.Incident} {Flag} {Time}",
        ModelAct.Preempt => $"{Act} job {Job.Number} of incident {Job.Incident} for incident {Incident} at {Version} {Flag}",
        _ => $"{Act} incident {Incident} at {Version} unit {Unit} {Role} '{Type}' {Priority} {Flag}",
    };

    public bool IsBySystem => Act is ModelAct.HoldEnds or ModelAct.Expire;
}

/// <summary>What the model expects of a step.</summary>
/// <param name="Reason">Why it is refused; null when it is not.</param>
internal sealed record ModelVerdict(string? Reason, ModelWorld After);
