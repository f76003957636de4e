using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.Testing.Identity;

/// <summary>An OpenID Connect issuer with one key: discovery, key set, and whatever token a test asks for.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestIssuer(WebApplication app, int port)
    {
        this.app = app;
        Address = $"http://127.0.0.1:{port}/";
        Key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test-key" };
    }

    public string Address { get; }

    public RsaSecurityKey Key { get; }

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var issuer = new TestIssuer(builder.Build(), Ports.Free());
        issuer.app.Urls.Add(issuer.Address);
        issuer.app.MapGet("/.well-known/openid-configuration", () => new { issuer = issuer.Address, jwks_uri = issuer.Address + "keys" });
        issuer.app.MapGet("/keys", () => new { keys = new[] { Published(issuer.Key) } });
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>A token as the contract wants it.</summary>
    public string Token(string subject, string[] roles, string[] municipalities, string[] teams) => Token(subject, roles, municipalities, teams, _ => { });

    /// <summary>A token changed by the test.</summary>
    public string Token(string subject, string[] roles, string[] municipalities, string[] teams, Action<SecurityTokenDescriptor> change)
    {
        var now = DateTime.UtcNow;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = "handhaving",
            TokenType = "at+jwt",
            IssuedAt = now,
            NotBefore = now.AddMinutes(-30),
            Expires = now.AddMinutes(10),
            SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject, ["jti"] = Guid.NewGuid().ToString("N"), ["azp"] = "console", ["role"] = roles, ["municipality"] = municipalities, ["team"] = teams,
            },
        };
        change(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static object Published(RsaSecurityKey key)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = key.KeyId, n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }
}
