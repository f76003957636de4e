namespace Handhaving.Dispatch.Assignments.Steps;

/// <summary>How a step of an assignment came in; when it was taken stands beside it.</summary>
/// <param name="By">Null for what is no step of the unit: withdrawn, pre-empted, expired.</param>
/// <param name="RecordedAt">By the clock of the database, as in the timeline.</param>
public sealed record StepReport(ReportedBy? By, DateTimeOffset RecordedAt);
