using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Handhaving.DevelopmentIdentity.Personas;

/// <summary>What a token says about a persona, the same whichever way the token is asked for.</summary>
public static class PersonaClaims
{
    public static ClaimsIdentity Of(Persona persona, DateTimeOffset authenticated)
    {
        var identity = new ClaimsIdentity("Persona", Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, persona.Subject));
        identity.AddClaim(new Claim(Claims.AuthorizedParty, persona.Client));
        identity.AddClaim(new Claim(Claims.AuthenticationTime, authenticated.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        identity.AddClaim(Array(Claims.Role, persona.Roles));
        identity.AddClaim(Array("municipality", persona.Municipalities));
        identity.AddClaim(Array("team", persona.Teams));
        return identity;
    }

    /// <summary>The same for OpenIddict, with the name for the identity token alone.</summary>
    public static ClaimsPrincipal PrincipalOf(Persona persona, DateTimeOffset authenticated, string audience, IEnumerable<string> scopes)
    {
        var identity = Of(persona, authenticated);
        identity.AddClaim(new Claim(Claims.Name, persona.DisplayName));
        identity.SetScopes(scopes);
        identity.SetResources(audience);
        identity.SetDestinations(claim => claim.Type == Claims.Name ? [Destinations.IdentityToken] : [Destinations.AccessToken]);
        return new(identity);
    }

    // Always an array, also of one or none: a reader need not know two shapes.
    private static Claim Array(string type, IReadOnlyList<string> values) => new(type, JsonSerializer.Serialize(values), JsonClaimValueTypes.JsonArray);
}
