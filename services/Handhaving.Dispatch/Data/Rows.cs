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
    public string? Vehicle { get; init; }
    public string? Radio { get; init; }
    public required string[] Equipment { get; init; }
    public DateTimeOffset? EndsAt { get; set; }
    public DateTimeOffset? EndToldAt { get; set; }
    public required short Activity { get; set; }
    public string? ActivityReason { get; set; }
    public DateTimeOffset? ActivitySince { get; set; }

    /// <summary>What it asks of the desk, as JSON.</summary>
    public required string Calls { get; set; }
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

    // What the database takes from the body by itself.
    public string? Type { get; init; }
    public string? Family { get; init; }
    public long? Cell { get; init; }
    public DateTimeOffset? ReportedAt { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>On the live board.</summary>
    public bool Live { get; init; }

    /// <summary>Handled, closed or cancelled.</summary>
    public bool Ended { get; init; }
}

/// <summary>The words by which an incident is found, apart from it so that their index can be used.</summary>
public sealed class IncidentFindingRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required NpgsqlTypes.NpgsqlTsVector Words { get; init; }
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

/// <summary>Who reported an incident: personal data, apart from it.</summary>
public sealed class ReporterRow
{
    public required string Tenant { get; init; }
    public required Guid Incident { get; init; }
    public required string DisplayName { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required bool WantsAnswer { get; init; }
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

    /// <summary>What it changed, as JSON; null when nothing.</summary>
    public string? Changes { get; init; }

    /// <summary>Who reported a step of a unit; null for what is none, and in lines from before this was kept.</summary>
    public short? ReportedBy { get; init; }
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
