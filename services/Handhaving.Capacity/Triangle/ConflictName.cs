using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle;

/// <summary>Resource name of a conflict: <c>teams/{team}/conflicts/{uuid}</c> or <c>municipalities/{code}/conflicts/{uuid}</c>, by whose blocks fall short.</summary>
public readonly record struct ConflictName(TenantId Owner, Guid Id)
{
    public string Value => $"{Owner.Name}/conflicts/{Id}";

    /// <returns>Null when the text is no conflict's name.</returns>
    public static ConflictName? Parse(string text) => OwnedName.Parse(text, "conflicts") is var (owner, id) ? new ConflictName(owner, id) : null;

    public override string ToString() => Value;
}
