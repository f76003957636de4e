using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Zones;

/// <summary>Resource name of a zone: <c>teams/{team}/patrolZones/{code}</c> or <c>municipalities/{code}/patrolZones/{code}</c>.</summary>
public readonly record struct ZoneName(TenantId Owner, string Code)
{
    public string Value => $"{Owner.Name}/patrolZones/{Code}";

    public override string ToString() => Value;
}
