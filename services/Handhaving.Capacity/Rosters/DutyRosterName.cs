using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Rosters;

/// <summary>Resource name of a roster: <c>municipalities/{code}/rosters/{uuid}</c> or <c>teams/{team}/rosters/{uuid}</c>.</summary>
public readonly record struct DutyRosterName(TenantId Owner, Guid Id)
{
    public string Value => $"{Owner.Name}/rosters/{Id}";

    /// <returns>Null when the text is no roster's name.</returns>
    public static DutyRosterName? Parse(string text) =>
        text.Split('/') is [_, _, "rosters", var id] && Guid.TryParseExact(id, "D", out var uuid) && TenantId.OfName(text) is { Value: not TenantId.Wildcard } owner ? new DutyRosterName(owner, uuid) : null;

    public override string ToString() => Value;
}
