using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Resource name of an incident: <c>municipalities/{code}/incidents/{uuid}</c>.</summary>
public readonly record struct IncidentName(string Municipality, Guid Id)
{
    public string Value => $"municipalities/{Municipality}/incidents/{Id}";

    public TenantId Tenant => new(Municipality);

    /// <returns>Null when the text is no incident's name.</returns>
    public static IncidentName? Parse(string text) =>
        text.Split('/') is ["municipalities", var code, "incidents", var id] && new TenantId(code).IsMunicipality && Guid.TryParseExact(id, "D", out var uuid)
            ? new IncidentName(code, uuid)
            : null;

    public override string ToString() => Value;
}
