namespace Handhaving.Events.Dispatch;

/// <summary>A step that a unit took, as its crew reported it or somebody else for it. <see cref="IDispatchFact.OccurredAt"/> is the true time, also where it was told later.</summary>
public interface IReportedStep : IDispatchFact
{
    /// <summary><c>Unit</c> or <c>Desk</c> (by radio); null in facts from before this was kept.</summary>
    string? ReportedBy { get; }
}
