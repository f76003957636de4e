namespace Handhaving.Events.Dispatch;

/// <summary>Something that happened in dispatch.</summary>
public interface IDispatchFact
{
    /// <summary>Municipality or team whose record it is about.</summary>
    string Owner { get; }

    /// <summary>Place in the history of the incident or unit, from 1.</summary>
    long Sequence { get; }

    /// <summary>When it happened.</summary>
    DateTimeOffset OccurredAt { get; }
}
