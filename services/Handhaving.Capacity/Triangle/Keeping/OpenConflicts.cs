namespace Handhaving.Capacity.Triangle.Keeping;

/// <summary>Which conflicts are open, as <see cref="Options.Situation.IsOpenAt"/> says of one; asked of the database for many, by who acts as their owner.</summary>
internal static class OpenConflicts
{
    /// <summary>The function of <c>Migrations/0005-claims.sql</c>, within a query.</summary>
    public static bool IsOpen(Guid conflict, DateTimeOffset now) => throw new InvalidOperationException("Only the database knows.");
}
