using Handhaving.DevelopmentIdentity.Keys;
using Handhaving.DevelopmentIdentity.Store;
using Microsoft.AspNetCore.DataProtection;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Handhaving.DevelopmentIdentity.SignIn;

/// <summary>OpenIddict as this platform wants its issuer: code flow with PKCE, client credentials, readable access tokens of ten minutes.</summary>
public static class IdentityProvider
{
    public static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromMinutes(10);

    // A shift; the console renews its access token without asking again.
    private static readonly TimeSpan RefreshTokenLifetime = TimeSpan.FromHours(12);

    public static void AddIdentityProvider(this WebApplicationBuilder builder)
    {
        var keys = KeyDirectory.At(builder.Configuration, builder.Environment);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // no cookie and no form is protected here
        builder.Services.AddOpenIddict()
            .AddCore(options => options.UseEntityFrameworkCore().UseDbContext<IdentityDb>())
            .AddServer(options =>
            {
                options.SetIssuer(builder.Configuration["Identity:Issuer"] ?? throw new InvalidOperationException("Identity:Issuer is not configured."));
                options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetRevocationEndpointUris("connect/revoke");
                options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
                options.Configure(server => server.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
                options.RegisterScopes(Scopes.OpenId, Scopes.OfflineAccess);
                options.SetAccessTokenLifetime(AccessTokenLifetime).SetRefreshTokenLifetime(RefreshTokenLifetime);
                options.AddSigningKey(keys.Open("signing")).AddEncryptionKey(keys.Open("encryption")).DisableAccessTokenEncryption();
                options.IgnoreScopePermissions();
                options.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            });
    }

    /// <summary>The console exchanges its code from the browser, so its origins may call the token endpoint.</summary>
    public static void AddConsoleOrigins(this WebApplicationBuilder builder)
    {
        var origins = ConsoleOrigins.Of(builder.Configuration).Select(uri => uri.GetLeftPart(UriPartial.Authority)).ToArray();
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins(origins).AllowAnyHeader().WithMethods("GET", "POST")));
    }
}
