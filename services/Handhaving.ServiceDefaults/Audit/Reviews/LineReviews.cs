namespace Handhaving.ServiceDefaults.Audit.Reviews;

/// <summary>How a line of the audit log was judged.</summary>
/// <param name="Sequence">Number of the line.</param>
/// <param name="Count">How often, also what is not shown.</param>
/// <param name="Latest">The latest of it, oldest first; at most <see cref="MostShown"/>.</param>
public sealed record LineReviews(long Sequence, int Count, IReadOnlyList<EntryReview> Latest)
{
    public const int MostShown = 20;
}
