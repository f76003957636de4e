namespace Handhaving.Gateway.WebConsole;

/// <summary>What a browser may do with the console's page (content security policy and its kin): its own scripts, and reading from the sites that the settings name.</summary>
public sealed class ConsoleSecurity(ConsoleSettings settings)
{
    private readonly string policy = string.Join("; ",
    [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "manifest-src 'self'", "media-src 'self'", "worker-src 'self' blob:",
        $"img-src 'self' data: blob: {Sites(settings.Others)}".TrimEnd(),
        $"connect-src 'self' {Sites(settings.Others.Prepend(settings.Issuer))}",
        "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "object-src 'none'",
    ]);

    public void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)";
    }

    private static string Sites(IEnumerable<Uri> addresses) => string.Join(' ', addresses.Select(address => address.GetLeftPart(UriPartial.Authority)).Distinct());
}
