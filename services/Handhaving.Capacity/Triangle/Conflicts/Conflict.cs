using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;

namespace Handhaving.Capacity.Triangle.Conflicts;

/// <summary>More is asked or promised of an owner's blocks than there is (conflict). What raised it is kept; whether it is open follows from what became of that.</summary>
/// <param name="Asked">The request that is short; null when strength dropped below what is promised.</param>
/// <param name="Shortages">As they were when it was raised.</param>
public sealed record Conflict(ConflictName Name, ReservationName? Asked, IReadOnlyList<Shortage> Shortages, string RaisedBy, DateTimeOffset RaisedAt)
{
    /// <summary>Blocks that are fought over.</summary>
    public IReadOnlySet<BlockKey> Keys() => Shortages.SelectMany(shortage => shortage.Interval.Blocks().Select(start => new BlockKey(shortage.Owner, shortage.Function, start))).ToHashSet();

    public Interval Span => new(Shortages.Min(shortage => shortage.Interval.Start), Shortages.Max(shortage => shortage.Interval.End));
}
