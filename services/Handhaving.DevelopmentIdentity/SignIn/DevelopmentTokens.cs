using System.Security.Claims;
using System.Security.Cryptography;
using Handhaving.DevelopmentIdentity.Keys;
using Handhaving.DevelopmentIdentity.Personas;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Handhaving.DevelopmentIdentity.SignIn;

/// <summary>Makes the access token of a persona without any flow, for a command line and for tests; needs no database.</summary>
public sealed class DevelopmentTokens(KeyDirectory keys, IConfiguration configuration, TimeProvider clock)
{
    private const int JtiBytes = 16;

    private readonly SigningCredentials signing = new(keys.Open("signing"), SecurityAlgorithms.RsaSha256);
    private readonly JsonWebTokenHandler writer = new() { SetDefaultTimesOnTokenCreation = false };

    public string For(Persona persona, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow();
        var claims = PersonaClaims.Of(persona, now);
        claims.AddClaim(new Claim(Claims.ClientId, persona.Client));
        claims.AddClaim(new Claim(Claims.JwtId, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(JtiBytes))));
        return writer.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = configuration["Identity:Issuer"],
            Audience = configuration["Identity:Audience"],
            TokenType = "at+jwt",
            Subject = claims,
            IssuedAt = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = signing,
        });
    }
}
