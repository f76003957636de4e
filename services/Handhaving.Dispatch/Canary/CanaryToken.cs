using Duende.IdentityModel.Client;

namespace Handhaving.Dispatch.Canary;

/// <summary>The canary's own access token, by client credentials as any partner gets it; kept until a minute before it ends.</summary>
public sealed class CanaryToken(HttpClient http, Uri issuer, string secret, TimeProvider clock)
{
    private const string ClientId = "canary";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private (string Value, DateTimeOffset GoodUntil) token = ("", DateTimeOffset.MinValue);

    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        var known = token;
        if (clock.GetUtcNow() < known.GoodUntil) return known.Value;
        var asked = new ClientCredentialsTokenRequest { Address = await EndpointAsync(cancellation), ClientId = ClientId, ClientSecret = secret };
        var answer = await http.RequestClientCredentialsTokenAsync(asked, cancellation);
        if (answer.IsError || answer.AccessToken is not { } value) throw new HttpRequestException($"The identity provider gave no token: {answer.Error}.");
        token = (value, clock.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Margin);
        return value;
    }

    private async Task<string> EndpointAsync(CancellationToken cancellation)
    {
        var asked = new DiscoveryDocumentRequest { Address = issuer.ToString(), Policy = { RequireHttps = !issuer.IsLoopback } };
        var answer = await http.GetDiscoveryDocumentAsync(asked, cancellation);
        return answer.TokenEndpoint ?? throw new HttpRequestException($"The identity provider names no token endpoint: {answer.Error}.");
    }
}
