using Handhaving.DevelopmentIdentity.Personas;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Handhaving.DevelopmentIdentity.SignIn;

/// <summary>Asks whom to be, then sends the code to the console. OpenIddict has checked client, redirect and PKCE before it gets here.</summary>
public static class AuthorizationEndpoint
{
    public static void MapAuthorization(this IEndpointRouteBuilder app) => app.MapGet("/connect/authorize", Authorize);

    private static IResult Authorize(HttpContext context, PersonaList personas, TimeProvider clock, IConfiguration configuration)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not read the request.");
        if (personas.Named((string?)request["persona"]) is { } chosen)
            return Results.SignIn(
                PersonaClaims.PrincipalOf(chosen, clock.GetUtcNow(), configuration["Identity:Audience"] ?? "", request.GetScopes()),
                authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return request.HasPromptValue(PromptValues.None) ? LoginRequired() : PersonaPage.For(personas, context.Request);
    }

    private static IResult LoginRequired() => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
