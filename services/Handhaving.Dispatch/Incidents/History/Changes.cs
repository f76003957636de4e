using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Handhaving.Dispatch.Types;
using Handhaving.Events.Dispatch;

namespace Handhaving.Dispatch.Incidents.History;

/// <summary>Says what a happening changed, by comparing an incident before and after it: no act can leave its history out.</summary>
internal static class Changes
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Field, Func<Incident, string> Value)[] Watched =
    [
        ("type", incident => incident.Type),
        ("priority", incident => incident.Priority == 0 ? "" : incident.Priority.ToString(CultureInfo.InvariantCulture)),
        ("priority_reason", incident => incident.PriorityReason),
        ("location", incident => PlaceOf(incident.Place)),
        ("location_unknown_reason", incident => incident.LocationUnknownReason),
        ("cautions", incident => ListOf(incident.Cautions)),
        ("hold.until_time", incident => incident.Hold is { } hold ? hold.Until.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : ""),
        ("dispositions", incident => string.Join(", ", incident.Dispositions)),
    ];

    public static IReadOnlyList<Change> Between(Incident before, Incident after, object fact) =>
    [
        .. Watched.Select(watched => new Change(watched.Field, watched.Value(before), watched.Value(after))).Where(change => change.From != change.To).Select(change => Named(change, before, after)),
        .. Beside(fact, after),
    ];

    // What the fact alone tells: nothing of it stands on the incident as it is.
    private static IEnumerable<Change> Beside(object fact, Incident after) => fact switch
    {
        AssignmentPreempted { ForIncident.Length: > 0 } preempted => [new("for_incident", "", preempted.ForIncident)],
        AssignmentRoleChanged changed => [new("role", changed.From, changed.To)],
        AssignmentCleared { Disposition: { } disposition } => [new("disposition", "", disposition) { ToName = after.Outcomes.LastOrDefault(outcome => outcome.Code == disposition)?.DisplayName }],
        _ => [],
    };

    // Each in quotes, with its own quotes escaped: no text in one can be taken for the end of it.
    private static string ListOf(IReadOnlyList<string> texts) => string.Join(", ", texts.Select(text => JsonSerializer.Serialize(text, Readable)));

    // A list that changes later renames no history.
    private static Change Named(Change change, Incident before, Incident after) => change.Field switch
    {
        "type" => change with { FromName = Set(before.TypeName), ToName = Set(after.TypeName) },
        "dispositions" => change with { FromName = Set(NamesOf(before.Outcomes)), ToName = Set(NamesOf(after.Outcomes)) },
        _ => change,
    };

    private static string NamesOf(IReadOnlyList<Disposition> outcomes) => string.Join(", ", outcomes.Select(outcome => outcome.DisplayName));

    private static string? Set(string name) => name.Length == 0 ? null : name;

    private static string PlaceOf(Place place) => place.IsKnown
        ? string.Create(CultureInfo.InvariantCulture, $"{place.Description} ({place.Point.Latitude:0.00000}, {place.Point.Longitude:0.00000})").TrimStart()
        : "";
}
