using Handhaving.Gateway.Errors;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.Gateway.Identity;

/// <summary>Lets a call through to a service only with a valid token. Says that a token is missing, has expired or is not valid, and nothing more.</summary>
public sealed class TokenRequired(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true }) await next(context);
        else await Refusal.SendAsync(context, new RuleBroken(ReasonOf(await context.AuthenticateAsync())));
    }

    private static Rule ReasonOf(AuthenticateResult result) => result.Failure switch
    {
        null => Reasons.TokenMissing,
        IssuerUnreachable => GatewayReasons.IssuerUnreachable,
        SecurityTokenExpiredException => Reasons.TokenExpired,
        _ => Reasons.TokenInvalid,
    };
}
