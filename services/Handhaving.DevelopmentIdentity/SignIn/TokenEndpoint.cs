using System.Security.Claims;
using Handhaving.DevelopmentIdentity.Personas;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Handhaving.DevelopmentIdentity.SignIn;

/// <summary>Turns a code, a refresh token or a client's own secret into an access token.</summary>
public static class TokenEndpoint
{
    public static void MapTokens(this IEndpointRouteBuilder app) => app.MapPost("/connect/token", Exchange);

    private static async Task<IResult> Exchange(HttpContext context, PersonaList personas, TimeProvider clock, IConfiguration configuration)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not read the request.");
        var audience = configuration["Identity:Audience"] ?? "";
        if (request.IsClientCredentialsGrantType())
            return personas.Named(request.ClientId) is { } partner
                ? SignIn(PersonaClaims.PrincipalOf(partner, clock.GetUtcNow(), audience, request.GetScopes()))
                : Refused(Errors.InvalidClient);

        var presented = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal;
        return presented is not null && personas.WithSubject(presented.GetClaim(Claims.Subject)) is { } person
            ? SignIn(Renewed(presented, person, audience))
            : Refused(Errors.InvalidGrant);
    }

    // Rights come from the list as it is now; the moment of signing in stays what it was.
    private static ClaimsPrincipal Renewed(ClaimsPrincipal presented, Persona person, string audience)
    {
        var authenticated = DateTimeOffset.FromUnixTimeSeconds(long.Parse(presented.GetClaim(Claims.AuthenticationTime) ?? "0", provider: null));
        return PersonaClaims.PrincipalOf(person, authenticated, audience, presented.GetScopes());
    }

    private static IResult SignIn(ClaimsPrincipal principal) =>
        Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private static IResult Refused(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
