using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Reservations;

/// <summary>Resource name of a reservation: <c>municipalities/{code}/reservations/{uuid}</c>.</summary>
public readonly record struct ReservationName(string Municipality, Guid Id)
{
    public string Value => $"municipalities/{Municipality}/reservations/{Id}";

    public TenantId Tenant => new(Municipality);

    /// <returns>Null when the text is no reservation's name.</returns>
    public static ReservationName? Parse(string text) =>
        text.Split('/') is ["municipalities", var code, "reservations", var id] && new TenantId(code).IsMunicipality && Guid.TryParseExact(id, "D", out var uuid)
            ? new ReservationName(code, uuid)
            : null;

    public override string ToString() => Value;
}
