using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Resource name of an assignment: <c>municipalities/{code}/incidents/{uuid}/assignments/{uuid}</c>.</summary>
public readonly record struct AssignmentName(IncidentName Incident, Guid Id)
{
    public string Value => $"{Incident.Value}/assignments/{Id}";

    /// <returns>Null when the text is no assignment's name.</returns>
    public static AssignmentName? Parse(string text)
    {
        var cut = text.IndexOf("/assignments/", StringComparison.Ordinal);
        return cut > 0 && IncidentName.Parse(text[..cut]) is { } incident && Guid.TryParseExact(text[(cut + "/assignments/".Length)..], "D", out var id)
            ? new AssignmentName(incident, id)
            : null;
    }

    public override string ToString() => Value;
}
