namespace Handhaving.Events.Dispatch;

/// <summary>A unit was lent to an urgent incident of another team (C-37).</summary>
/// <param name="Loan">Resource name.</param>
/// <param name="Owner">Owner of the unit: who lends.</param>
/// <param name="Borrower">Municipality of the incident.</param>
/// <param name="Sequence">Place in the history of the loan.</param>
/// <param name="SkippedHold">The incident did not wait before it borrowed.</param>
public sealed record LoanStarted(string Loan, string Assignment, string Owner, string Unit, string Borrower, string BorrowerTeam, long Sequence, DateTimeOffset OccurredAt, int Priority, bool SkippedHold) : IDispatchFact;

/// <summary>The owner of a lent unit took it back; the incident waits for a unit again.</summary>
public sealed record LoanRefused(string Loan, string Assignment, string Owner, string Unit, string Borrower, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>A lent unit is its owner's again, for its assignment ended.</summary>
public sealed record LoanEnded(string Loan, string Assignment, string Owner, string Unit, string Borrower, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;
