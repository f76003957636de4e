using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Incidents.History;

/// <summary>A line of an incident's history, in its row and on the wire.</summary>
internal static class TimelineWire
{
    /// <returns>Null for none, as most happenings have.</returns>
    public static string? Write(IReadOnlyList<Change> changes) => changes.Count == 0 ? null : JsonSerializer.Serialize(changes, MessageJson.Options);

    public static V1.TimelineEntry ToWire(TimelineRow row) => new()
    {
        Sequence = row.Sequence,
        Kind = row.Kind,
        OccurredTime = Timestamp.FromDateTimeOffset(row.OccurredAt),
        RecordedTime = Timestamp.FromDateTimeOffset(row.RecordedAt),
        Actor = row.Actor,
        Unit = row.Unit ?? "",
        Text = row.Text ?? "",
        Changes = { Read(row.Changes).Select(change => new V1.TimelineChange { Field = change.Field, From = change.From, To = change.To, FromDisplayName = change.FromName ?? "", ToDisplayName = change.ToName ?? "" }) },
        ReportedBy = AssignmentWire.ToWire((ReportedBy?)row.ReportedBy),
    };

    private static List<Change> Read(string? changes) => changes is null ? [] : JsonSerializer.Deserialize<List<Change>>(changes, MessageJson.Options) ?? [];
}
