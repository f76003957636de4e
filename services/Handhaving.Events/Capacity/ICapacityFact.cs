namespace Handhaving.Events.Capacity;

/// <summary>Something that happened in capacity.</summary>
public interface ICapacityFact
{
    /// <summary>Municipality or team whose record it is about.</summary>
    string Owner { get; }

    /// <summary>Place in the history of what it is about, from 1.</summary>
    long Sequence { get; }

    /// <summary>When it happened.</summary>
    DateTimeOffset OccurredAt { get; }
}
