using Handhaving.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Handhaving.Gateway.Identity;

/// <summary>What the gateway adds to the platform's check of a bearer token: whether the issuer's keys are known at all.</summary>
public sealed class TokenEvents(CheckedTokens checkedTokens) : TokenChecks(checkedTokens)
{
    // A key that is not found means a wrong token only when the issuer's keys are known.
    public override async Task AuthenticationFailed(AuthenticationFailedContext context)
    {
        await base.AuthenticationFailed(context);
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
}
