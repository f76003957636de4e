namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>What is liked of a person on one day.</summary>
/// <param name="Weight">Cost when it does not happen.</param>
public sealed record ShiftWish(EmployeeName Employee, int Day, ShiftKindName Kind, int Weight, WishKind Wish)
{
    /// <summary>What its cost is told under.</summary>
    public SoftTerm Term { get; init; } = SoftTerm.Wish;
}

/// <summary>Whether the shift is wanted or rather not.</summary>
public enum WishKind
{
    Work,
    NotWork,
}
