using Handhaving.ServiceDefaults.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.ServiceDefaults.Identity;

/// <summary>What the platform adds to the check of a bearer token: a memory of those that passed, the claims a caller is made of, and why a token was refused. A door with checks of its own derives from it.</summary>
public class TokenChecks(CheckedTokens checkedTokens) : JwtBearerEvents
{
    private static readonly object FailureKey = new();

    /// <summary>Why the token of this request was not accepted; null when there was none.</summary>
    public static Exception? FailureOf(HttpContext context) => context.Items[FailureKey] as Exception;

    public override Task MessageReceived(MessageReceivedContext context)
    {
        if (CheckedTokens.TokenOf(context.Request) is not { } token || checkedTokens.Find(token) is not { } caller) return Task.CompletedTask;
        context.Principal = caller;
        context.Success();
        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (context.Principal is not { } principal || !Caller.IsIn(principal))
        {
            var failure = new SecurityTokenException("A required claim is missing.");
            context.HttpContext.Items[FailureKey] = failure;
            context.Fail(failure);
        }
        else if (CheckedTokens.TokenOf(context.Request) is { } token)
        {
            checkedTokens.Remember(token, principal, context.SecurityToken.ValidTo);
        }
        return Task.CompletedTask;
    }

    public override Task AuthenticationFailed(AuthenticationFailedContext context)
    {
        context.HttpContext.Items[FailureKey] = context.Exception;
        return Task.CompletedTask;
    }
}
