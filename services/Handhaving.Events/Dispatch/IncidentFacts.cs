namespace Handhaving.Events.Dispatch;

/// <summary>A report came in and waits for a unit.</summary>
/// <param name="Incident">Resource name.</param>
/// <param name="Sequence">Place in the history of the incident, from 1.</param>
/// <param name="OccurredAt">When it happened.</param>
public sealed record IncidentReceived(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt, string Number, string Type, int Priority, string Source, DateTimeOffset ReportedAt) : IDispatchFact
{
    /// <summary>District it lies in, as Statistics Netherlands numbers it; null when none is known.</summary>
    public string? Area { get; init; }
}

/// <summary>How an incident ended was recorded, be it without a unit or while units are still on it.</summary>
public sealed record DispositionRecorded(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt, string Disposition) : IDispatchFact;

/// <summary>An incident was dealt with.</summary>
public sealed record IncidentHandled(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt, string Disposition) : IDispatchFact;

/// <summary>An incident needs a unit again: its last unit ended without an outcome.</summary>
public sealed record IncidentReturned(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>An incident was closed.</summary>
public sealed record IncidentClosed(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;

/// <summary>It was said what an incident is; it waits for a unit, if it did not before.</summary>
public sealed record IncidentClassified(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt, string Type, int Priority) : IDispatchFact
{
    /// <summary>District it lies in, as Statistics Netherlands numbers it; null when none is known.</summary>
    public string? Area { get; init; }
}

/// <summary>An incident became more or less urgent.</summary>
public sealed record IncidentReprioritised(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt, int From, int To) : IDispatchFact;

/// <summary>An incident is at another place than was thought; where exactly, is asked of dispatch.</summary>
public sealed record IncidentMoved(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact
{
    /// <summary>District it lies in, as Statistics Netherlands numbers it; null when none is known.</summary>
    public string? Area { get; init; }
}

/// <summary>A remark was added; its text stays in dispatch.</summary>
public sealed record NotePosted(string Incident, string Owner, long Sequence, DateTimeOffset OccurredAt) : IDispatchFact;
