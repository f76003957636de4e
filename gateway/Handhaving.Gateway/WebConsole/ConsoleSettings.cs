namespace Handhaving.Gateway.WebConsole;

/// <summary>What a deployment decides about the web console, from Console:* and Identity:Issuer; none of it is compiled into the console.</summary>
/// <param name="Directory">Where its files stand.</param>
/// <param name="Issuer">OpenID Connect provider that people sign in at.</param>
/// <param name="ClientId">Name of the console there.</param>
/// <param name="Scope">What it asks for there.</param>
/// <param name="MapStyle">Style of the base map (MapLibre); null = the plain base that needs no network.</param>
/// <param name="PlaceSearch">PDOK Locatieserver or one that answers as it does; null = the places of the demo region.</param>
/// <param name="PushKey">Public key of the platform towards push services (VAPID), as base64url: the other half of dispatch's Push:PrivateKey; null = phones are not woken.</param>
/// <param name="TokensFile">Style sheet with colours and logo of the organisation; null = none.</param>
/// <param name="Origins">Other sites that the console may read from: tiles and fonts of the map.</param>
public sealed record ConsoleSettings(
    string Directory, Uri Issuer, string ClientId, string Scope, Uri? MapStyle, Uri? PlaceSearch, string? PushKey, string? TokensFile, IReadOnlyList<Uri> Origins)
{
    /// <summary>Where the organisation's style sheet is served.</summary>
    public const string TokensPath = "/console/tokens.css";

    public static ConsoleSettings From(IConfiguration configuration)
    {
        var console = configuration.GetSection("Console");
        return new(
            console["Directory"] ?? Path.Combine(AppContext.BaseDirectory, "console"),
            configuration.GetValue<Uri>("Identity:Issuer") ?? throw new InvalidOperationException("Identity:Issuer is not configured: give the address of the OpenID Connect provider."),
            console["ClientId"] ?? "console",
            console["Scope"] ?? "openid offline_access",
            console.GetValue<Uri?>("MapStyle"),
            console.GetValue<Uri?>("PlaceSearch"),
            console["PushKey"],
            console["TokensFile"],
            console.GetSection("Origins").Get<Uri[]>() ?? []);
    }

    /// <summary>Every site beside the provider that the console reads from.</summary>
    public IEnumerable<Uri> Others => [.. Origins, .. new[] { MapStyle, PlaceSearch }.OfType<Uri>()];

    /// <summary>What the console reads at its start, from /console/configuration.json.</summary>
    public object Told => new { Issuer, ClientId, Scope, MapStyle, PlaceSearch, PushKey, Tokens = TokensFile is null ? null : TokensPath };
}
