using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Identity;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Health.Platform;

/// <summary>Lets those through who operate the platform: roles of the setting <c>Platform:Roles</c>.</summary>
public sealed class OperatorsOnly(RequestDelegate next, IConfiguration configuration)
{
    private readonly IReadOnlyList<string> roles = configuration.GetSection("Platform:Roles").Get<string[]>() ?? [];

    public Task InvokeAsync(HttpContext context) => CallerIdentity.RolesOf(context).Any(roles.Contains)
        ? next(context)
        : Refusal.SendAsync(context, Reasons.PermissionMissing.Broken(("permission", "platform.health.read")));
}
