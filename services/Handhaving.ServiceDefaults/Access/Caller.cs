using System.Globalization;
using System.Security.Claims;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Identity;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Who calls: a person, partner or system with its roles and its own municipalities and teams, as the verified token says.</summary>
/// <param name="Subject">Opaque id of the person or system; never a group.</param>
/// <param name="Client">The system it calls from (azp).</param>
/// <param name="Tenants">Municipalities and teams that are the caller's own.</param>
/// <param name="ExpiresAt">When the token ends, and with it every stream opened by it.</param>
public sealed record Caller(string Subject, string Client, string TokenId, IReadOnlySet<string> Roles, IReadOnlySet<TenantId> Tenants, DateTimeOffset ExpiresAt)
{
    private const int LongestClaim = 200;
    private const long LastSecond = 253_402_300_799; // of the year 9999

    /// <summary>Whether a verified token says all that a caller is made of.</summary>
    public static bool IsIn(ClaimsPrincipal principal) => TryFrom(principal) is not null;

    /// <exception cref="RuleBroken">TOKEN_INVALID when a claim is missing or is nothing to write down.</exception>
    public static Caller From(ClaimsPrincipal principal) => TryFrom(principal) ?? throw Reasons.TokenInvalid.Broken();

    private static Caller? TryFrom(ClaimsPrincipal principal)
    {
        if (ClaimOf(principal, "sub") is not { } subject || (ClaimOf(principal, "azp") ?? ClaimOf(principal, "client_id")) is not { } client || ClaimOf(principal, "jti") is not { } id) return null;
        if (!long.TryParse(ClaimOf(principal, "exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var end) || end > LastSecond) return null;
        var roles = principal.FindAll("role").Select(claim => claim.Value).ToHashSet();
        var tenants = principal.FindAll("municipality").Concat(principal.FindAll("team")).Select(claim => new TenantId(claim.Value)).ToHashSet();
        if (!tenants.Select(tenant => tenant.Value).Concat(roles).Concat([subject, client, id]).All(IsWritable)) return null;
        return new Caller(subject, client, id, roles, tenants, DateTimeOffset.FromUnixTimeSeconds(end));
    }

    /// <summary>How much longer the token counts: as for a new call, clocks may differ.</summary>
    public TimeSpan ValidFor(DateTimeOffset now) => ExpiresAt - now + TokenRules.MaximumClockSkew;

    /// <summary>The tenant whose chain tells of what names no other.</summary>
    public TenantId FirstTenant => Tenants.MinBy(own => own.Value);

    public bool Owns(TenantId tenant) => Tenants.Contains(tenant);

    // Goes into records and audit lines as it is: PostgreSQL holds no U+0000, and a reader trusts that a line is one line.
    private static bool IsWritable(string claim) => claim.Length <= LongestClaim && !claim.Any(char.IsControl);

    private static string? ClaimOf(ClaimsPrincipal principal, string claim) => principal.FindFirstValue(claim) is { Length: > 0 } value ? value : null;
}
