using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Units;

/// <summary>Resource name of a unit: <c>municipalities/{code}/units/{id}</c> (BOA) or <c>teams/{team}/units/{id}</c> (police).</summary>
public readonly record struct UnitName(string Value)
{
    public TenantId Owner => TenantId.OfName(Value) ?? throw new FormatException($"{Value} has no owner.");

    /// <returns>Null when the text is no unit's name.</returns>
    public static UnitName? Parse(string text) =>
        text.Split('/') is [_, _, "units", { Length: > 0 }] && TenantId.OfName(text) is { Value: not TenantId.Wildcard } ? new UnitName(text) : null;

    public override string ToString() => Value;
}
