using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;

namespace Handhaving.Capacity.Triangle.Conflicts;

/// <summary>More is asked or promised of an owner's blocks than there is (conflict). What raised it is kept; whether it is open follows from what became of that.</summary>
/// <param name="Asked">The request that is short; null when strength dropped below what is promised or below the waterline.</param>
/// <param name="Places">What is fought over: what the lines that wait for the owner ask, or where people are missing.</param>
/// <param name="Shortages">As they were when it was raised.</param>
public sealed record Conflict(ConflictName Name, ReservationName? Asked, IReadOnlyList<Stretch> Places, IReadOnlyList<Shortage> Shortages, string RaisedBy, DateTimeOffset RaisedAt)
{
    /// <summary>Blocks that are fought over.</summary>
    public IReadOnlySet<BlockKey> Keys() => Places.SelectMany(place => place.Blocks()).Select(block => block.Key).ToHashSet();

    public Interval Span => new(Places.Min(place => place.Interval.Start), Places.Max(place => place.Interval.End));
}
