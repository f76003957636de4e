using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Activities;

/// <summary>Resource name of an activity: <c>teams/{team}/activities/{code}</c> or <c>municipalities/{code}/activities/{code}</c>.</summary>
public readonly record struct ActivityName(TenantId Owner, string Code)
{
    public string Value => $"{Owner.Name}/activities/{Code}";

    /// <returns>Null when the text is no such name.</returns>
    public static ActivityName? Parse(string text) =>
        text.Split('/') is [_, _, "activities", { Length: > 0 } code] && TenantId.OfName(text) is { Value: not TenantId.Wildcard } owner ? new ActivityName(owner, code) : null;

    public override string ToString() => Value;
}
