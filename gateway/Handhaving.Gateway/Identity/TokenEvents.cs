using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.Gateway.Identity;

/// <summary>What the gateway adds to the check of a bearer token: the memory before it, the required claims after it.</summary>
public sealed class TokenEvents(CheckedTokens checkedTokens) : JwtBearerEvents
{
    private const string Scheme = JwtBearerDefaults.AuthenticationScheme + " ";

    private static readonly string[] RequiredClaims = ["sub", "jti", "exp"];

    public override Task MessageReceived(MessageReceivedContext context)
    {
        if (TokenOf(context.Request) is not { } token || checkedTokens.Find(token) is not { } caller) return Task.CompletedTask;
        context.Principal = caller;
        context.Success();
        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (context.Principal is not { } caller || RequiredClaims.Any(claim => string.IsNullOrEmpty(caller.FindFirst(claim)?.Value)))
            context.Fail("A required claim is missing.");
        else if (TokenOf(context.Request) is { } token)
            checkedTokens.Remember(token, caller, context.SecurityToken.ValidTo);
        return Task.CompletedTask;
    }

    // A key that is not found means a wrong token only when the issuer's keys are known.
    public override async Task AuthenticationFailed(AuthenticationFailedContext context)
    {
        if (context.Exception is not SecurityTokenSignatureKeyNotFoundException || context.Options.ConfigurationManager is not { } issuer) return;
        try
        {
            await issuer.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException unreachable)
        {
            context.Fail(new IssuerUnreachable(unreachable));
        }
    }

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;
}
