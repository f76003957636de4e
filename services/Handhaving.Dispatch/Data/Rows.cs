namespace Handhaving.Dispatch.Data;

/// <summary>A unit that exists, on duty or not.</summary>
public sealed class UnitRow
{
    public required string Tenant { get; init; }
    public required string Name { get; init; }
    public required string CallSign { get; init; }
    public required short Kind { get; init; }
    public required double HomeLatitude { get; init; }
    public required double HomeLongitude { get; init; }
    public required int MinimumCrew { get; init; }
    public long Sequence { get; set; }
}

/// <summary>An officer with the appointments as JSON.</summary>
public sealed class OfficerRow
{
    public required string Tenant { get; init; }
    public required string Id { get; init; }
    public required string Appointments { get; init; }
}

/// <summary>A unit on duty.</summary>
public sealed class DutyRow
{
    public required string Tenant { get; init; }
    public required string Unit { get; init; }
    public required DateTimeOffset SignedOnAt { get; init; }
    public required string SignedOnBy { get; init; }
}

/// <summary>An officer in a crew on duty.</summary>
public sealed class DutyMemberRow
{
    public required string Tenant { get; init; }
    public required string Officer { get; init; }
    public required string Unit { get; init; }
}

/// <summary>An incident: the whole as JSON, with the columns that are searched.</summary>
public sealed class IncidentRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required short State { get; init; }
    public required int Priority { get; init; }
    public required string Number { get; init; }
    public required string Body { get; init; }

    /// <summary>When a canary was sent; null for what operators see.</summary>
    public DateTimeOffset? CanaryAt { get; init; }
}

/// <summary>The slot an assignment takes.</summary>
public sealed class AssignmentRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required Guid Incident { get; init; }
    public required string Unit { get; init; }
    public required short State { get; init; }
    public string? ActiveUnit { get; init; }
}

/// <summary>One line of an incident's history.</summary>
public sealed class TimelineRow
{
    public required string Tenant { get; init; }
    public required Guid Incident { get; init; }
    public required long Sequence { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Actor { get; init; }
    public string? Unit { get; init; }
    public string? Text { get; init; }
}

/// <summary>A recommendation as it was shown.</summary>
public sealed class RecommendationRow
{
    public required string Tenant { get; init; }
    public required Guid Incident { get; init; }
    public required Guid Id { get; init; }
    public required DateTimeOffset ComputedAt { get; init; }
    public required string Body { get; init; }
}
