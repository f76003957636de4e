namespace Handhaving.Dispatch.Waking;

/// <summary>Web Push; section Push of the configuration.</summary>
public sealed record PushOptions
{
    private const string AnySubdomain = "*.";
    private static readonly string[] OfBrowsers = ["https://fcm.googleapis.com", "https://updates.push.services.mozilla.com", "https://web.push.apple.com", "https://*.notify.windows.com"];

    /// <summary>Private key of this platform towards push services (VAPID, RFC 8292): 32 bytes on P-256 as base64url; null = no device is woken. The console is given the public one (Console:PushKey).</summary>
    public string? PrivateKey { get; init; }

    /// <summary>Whom a push service writes to when something is wrong: <c>mailto:</c> or an address of a site.</summary>
    public string Contact { get; init; } = "";

    /// <summary>Origins of push services that are called; <c>https://*.example.org</c> stands for all its subdomains. Null = those of the usual browsers.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    public bool IsConfigured => !string.IsNullOrEmpty(PrivateKey);

    public bool Knows(Uri endpoint) => (Services ?? OfBrowsers).Any(service => Matches(service, endpoint));

    private static bool Matches(string service, Uri endpoint)
    {
        var (scheme, host) = service.Split("://") is [var first, var rest] ? (first, rest) : throw new InvalidOperationException($"Push:Services: '{service}' is no origin (https://host).");
        if (endpoint.Scheme != scheme || endpoint.UserInfo.Length > 0) return false;
        return host.StartsWith(AnySubdomain, StringComparison.Ordinal)
            ? endpoint.IsDefaultPort && endpoint.Host.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
            : string.Equals(endpoint.Authority, host, StringComparison.OrdinalIgnoreCase);
    }
}
