using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle;

/// <summary>Names of what a team or a municipality has: <c>{owner}/{collection}/{uuid}</c>.</summary>
internal static class OwnedName
{
    public static (TenantId Owner, Guid Id)? Parse(string text, string collection) =>
        text.Split('/') is [_, _, var named, var id] && named == collection && Guid.TryParseExact(id, "D", out var uuid) && TenantId.OfName(text) is { Value: not TenantId.Wildcard } owner
            ? (owner, uuid)
            : null;
}
