using System.Collections.Frozen;

namespace Handhaving.Gateway.Identity;

/// <summary>Takes away headers from outside that claim who calls, for whom, or from where: inside, only the token and the gateway say so (ASVS 4.1.3).</summary>
public sealed class IdentityHeaders(RequestDelegate next)
{
    private static readonly string[] Prefixes =
        ["x-forwarded", "x-identity", "x-tenant", "x-handhaving", "x-user", "x-client-cert", "x-ssl-client", "ssl-client", "x-original-", "x-auth-", "x-remote-user", "x-arr-"];

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(["forwarded", "x-real-ip", "client-cert", "client-cert-chain", "remote-user", "true-client-ip"], StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        List<string>? claimed = null;
        foreach (var name in context.Request.Headers.Keys)
            if (IsClaim(name)) (claimed ??= []).Add(name);
        foreach (var name in claimed ?? []) context.Request.Headers.Remove(name);
        return next(context);
    }

    private static bool IsClaim(string name)
    {
        if (Names.Contains(name)) return true;
        foreach (var prefix in Prefixes)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
