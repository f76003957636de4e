namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>What a person would like on one day.</summary>
/// <param name="Weight">Cost when it does not happen.</param>
public sealed record ShiftWish(EmployeeName Employee, int Day, ShiftKindName Kind, int Weight, WishKind Wish);

/// <summary>Whether the shift is wanted or rather not.</summary>
public enum WishKind
{
    Work,
    NotWork,
}
