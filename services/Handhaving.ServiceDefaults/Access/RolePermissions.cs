using Microsoft.Extensions.Configuration;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Which role holds which permission: configuration under <c>Access:Roles</c>, a list of permissions per role.</summary>
public sealed class RolePermissions(IReadOnlyDictionary<string, IReadOnlySet<string>> roles)
{
    private readonly HashSet<string> known = [.. roles.Values.SelectMany(permissions => permissions)];

    public static RolePermissions From(IConfiguration configuration) => new(
        configuration.GetSection("Access:Roles").GetChildren().ToDictionary(
            role => role.Key,
            IReadOnlySet<string> (role) => role.GetChildren().Select(entry => entry.Value ?? "").ToHashSet()));

    public bool Knows(string permission) => known.Contains(permission);

    /// <summary>The first of the caller's roles that holds the permission; null when none does, and for no permission.</summary>
    public string? RoleThatHolds(string permission, Caller caller) =>
        permission.Length == 0 ? null : caller.Roles.Order(StringComparer.Ordinal).FirstOrDefault(role => roles.TryGetValue(role, out var permissions) && permissions.Contains(permission));

    public bool Allows(Caller caller, string permission) => RoleThatHolds(permission, caller) is not null;
}
