using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Units;

/// <summary>Resource name of a unit: <c>municipalities/{code}/units/{id}</c> (BOA) or <c>teams/{team}/units/{id}</c> (police).</summary>
public readonly record struct UnitName(string Value)
{
    public TenantId Owner => TenantId.OfName(Value) ?? throw new FormatException($"{Value} has no owner.");

    /// <summary>The last part, as people call it.</summary>
    public string Id => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>Units of a team are the police's; a BOA unit is its municipality's.</summary>
    public bool IsPolice => !Owner.IsMunicipality;

    /// <returns>Null when the text is no unit's name.</returns>
    public static UnitName? Parse(string text) =>
        text.Split('/') is [_, _, "units", { Length: > 0 }] && TenantId.OfName(text) is { Value: not TenantId.Wildcard } ? new UnitName(text) : null;

    public override string ToString() => Value;
}
