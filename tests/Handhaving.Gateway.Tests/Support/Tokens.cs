using Handhaving.Testing.Identity;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>Tokens of somebody in Beek: the gateway looks at who calls, and leaves to the services what they may.</summary>
public static class Tokens
{
    public static string Token(this TestIssuer issuer, string subject = "centralist-wm-01", Action<SecurityTokenDescriptor>? change = null, params string[] roles) =>
        issuer.Token(subject, roles, ["0888"], ["westelijke-mijnstreek"], change ?? (_ => { }));
}
