namespace Handhaving.ServiceDefaults.Audit.Reviews;

/// <summary>Somebody judged a line of the audit log.</summary>
/// <param name="Sequence">Number of the line.</param>
/// <param name="Note">What was found.</param>
public sealed record EntryReview(long Sequence, DateTimeOffset At, string By, string Note);
