using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle;

/// <summary>Resource name of a decision of the driehoek, or of a municipality about its BOAs: <c>teams/{team}/decisions/{uuid}</c> or <c>municipalities/{code}/decisions/{uuid}</c>.</summary>
public readonly record struct DecisionName(TenantId Owner, Guid Id)
{
    public string Value => $"{Owner.Name}/decisions/{Id}";

    /// <returns>Null when the text is no decision's name.</returns>
    public static DecisionName? Parse(string text) => OwnedName.Parse(text, "decisions") is var (owner, id) ? new DecisionName(owner, id) : null;

    public override string ToString() => Value;
}
