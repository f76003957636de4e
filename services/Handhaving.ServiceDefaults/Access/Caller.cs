using System.Globalization;
using System.Security.Claims;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Who calls: a person, partner or system with its roles and its own municipalities and teams, as the verified token says.</summary>
/// <param name="Subject">Opaque id of the person or system; never a group.</param>
/// <param name="Client">The system it calls from (azp).</param>
/// <param name="Tenants">Municipalities and teams that are the caller's own.</param>
/// <param name="ExpiresAt">When the token ends, and with it every stream opened by it.</param>
public sealed record Caller(string Subject, string Client, string TokenId, IReadOnlySet<string> Roles, IReadOnlySet<TenantId> Tenants, DateTimeOffset ExpiresAt)
{
    public static Caller From(ClaimsPrincipal principal)
    {
        var tenants = principal.FindAll("municipality").Concat(principal.FindAll("team")).Select(claim => new TenantId(claim.Value));
        return new Caller(
            Need(principal, "sub"),
            principal.FindFirstValue("azp") ?? principal.FindFirstValue("client_id") ?? throw Reasons.TokenInvalid.Broken(),
            Need(principal, "jti"),
            principal.FindAll("role").Select(claim => claim.Value).ToHashSet(),
            tenants.ToHashSet(),
            long.TryParse(Need(principal, "exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var end) ? DateTimeOffset.FromUnixTimeSeconds(end) : throw Reasons.TokenInvalid.Broken());
    }

    public bool Owns(TenantId tenant) => Tenants.Contains(tenant);

    private static string Need(ClaimsPrincipal principal, string claim) =>
        principal.FindFirstValue(claim) is { Length: > 0 } value ? value : throw Reasons.TokenInvalid.Broken();
}
