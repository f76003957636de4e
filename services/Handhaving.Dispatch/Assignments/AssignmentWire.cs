using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Assignments.Steps;

namespace Handhaving.Dispatch.Assignments;

/// <summary>An assignment on the wire.</summary>
internal static class AssignmentWire
{
    public static V1.Assignment ToWire(Assignment assignment) => new()
    {
        Name = assignment.Name.Value,
        Unit = assignment.Unit.Value,
        State = (V1.AssignmentState)assignment.State, // the same numbers, kept so by a contract test
        Role = (V1.AssignmentRole)assignment.Role,
        OfferTime = Timestamp.FromDateTimeOffset(assignment.OfferedAt),
        ExpireTime = Timestamp.FromDateTimeOffset(assignment.ExpiresAt),
        AcceptTime = ToWire(assignment.AcceptedAt),
        EnRouteTime = ToWire(assignment.EnRouteAt),
        OnSceneTime = ToWire(assignment.OnSceneAt),
        EndTime = ToWire(assignment.EndedAt),
        AssignedBy = assignment.AssignedBy,
        EndReason = assignment.EndReason ?? "",
        CallSign = assignment.CallSign,
        Lender = assignment.Loan is null ? "" : assignment.Unit.Owner.Name,
        Override = assignment.Override is { } set ? new() { Reason = set.Reason, Rules = { set.Rules } } : null,
        AcceptReport = ToWire(assignment.AcceptReport),
        EnRouteReport = ToWire(assignment.EnRouteReport),
        OnSceneReport = ToWire(assignment.OnSceneReport),
        EndReport = ToWire(assignment.EndReport),
        ShownTime = ToWire(assignment.ShownAt),
    };

    /// <summary>The same numbers, kept so by a contract test.</summary>
    public static V1.ReportedBy ToWire(ReportedBy? by) => (V1.ReportedBy)(by ?? 0);

    private static V1.StepReport? ToWire(StepReport? report) =>
        report is { } came ? new() { ReportedBy = ToWire(came.By), RecordTime = Timestamp.FromDateTimeOffset(came.RecordedAt) } : null;

    private static Timestamp? ToWire(DateTimeOffset? time) => time is { } set ? Timestamp.FromDateTimeOffset(set) : null;
}
