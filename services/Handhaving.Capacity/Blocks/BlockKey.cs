using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Blocks;

/// <summary>One capaciteitsblok: fifteen minutes of one team or municipality and one function.</summary>
/// <param name="Start">In UTC, on a quarter of an hour.</param>
public readonly record struct BlockKey(TenantId Owner, string Function, DateTimeOffset Start)
{
    /// <summary>By owner, function and start.</summary>
    public static IComparer<BlockKey> InOrder { get; } = Comparer<BlockKey>.Create((left, right) =>
        string.CompareOrdinal(left.Owner.Value, right.Owner.Value) is not 0 and var byOwner ? byOwner
        : string.CompareOrdinal(left.Function, right.Function) is not 0 and var byFunction ? byFunction
        : left.Start.CompareTo(right.Start));
}
