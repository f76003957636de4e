using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.ServiceDefaults.Identity;

/// <summary>What an access token must be, the same at the gateway and in each service (RFC 9068, ASVS 5.0 V9).</summary>
public static class TokenRules
{
    public static readonly TimeSpan MaximumClockSkew = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddTokenValidation(this IServiceCollection services, IConfiguration configuration)
    {
        var identity = configuration.GetSection("Identity");
        var issuer = identity["Issuer"] ?? throw new InvalidOperationException("Identity:Issuer is not configured: give the address of the OpenID Connect provider.");
        services.AddSingleton<CheckedTokens>().AddSingleton<TokenChecks>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.Authority = issuer;
            options.RequireHttpsMetadata = new Uri(issuer) is { IsLoopback: false };
            options.MapInboundClaims = false;
            options.TokenValidationParameters = Parameters(issuer, identity["Audience"] ?? "handhaving");
            options.RefreshInterval = TimeSpan.FromSeconds(30);
            options.EventsType = typeof(TokenChecks);
        });
        return services;
    }

    // An issuer is the same with and without its closing slash: providers and configurations differ in it alone.
    // Keys come from the issuer's key set by kid alone: jku, x5u and jwk in a token header are never read.
    public static TokenValidationParameters Parameters(string issuer, string audience) => new()
    {
        ValidIssuers = [issuer.TrimEnd('/'), issuer.TrimEnd('/') + '/'],
        ValidAudience = audience,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
        ValidTypes = ["at+jwt"],
        ClockSkew = MaximumClockSkew,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false,
        NameClaimType = "sub",
        RoleClaimType = "role",
    };
}
