using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Checks;

/// <summary>Resource name of a joint check: <c>teams/{team}/jointChecks/{uuid}</c> or <c>municipalities/{code}/jointChecks/{uuid}</c>, of the organisation that planned it.</summary>
public readonly record struct CheckName(TenantId Owner, Guid Id)
{
    public string Value => $"{Owner.Name}/jointChecks/{Id}";

    /// <returns>Null when the text is no such name.</returns>
    public static CheckName? Parse(string text) =>
        text.Split('/') is [_, _, "jointChecks", var id] && Guid.TryParseExact(id, "D", out var uuid) && TenantId.OfName(text) is { Value: not TenantId.Wildcard } owner ? new CheckName(owner, uuid) : null;

    public override string ToString() => Value;
}
