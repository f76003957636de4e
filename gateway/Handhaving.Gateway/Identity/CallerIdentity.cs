using Handhaving.Gateway.Connections;

namespace Handhaving.Gateway.Identity;

/// <summary>Whose a call is when calls are counted: the token's subject, or the network of who has none.</summary>
public static class CallerIdentity
{
    public static string Of(HttpContext context) =>
        context.User.FindFirst("sub")?.Value is { } subject ? "sub " + subject : NetworkOf(context);

    public static string NetworkOf(HttpContext context) => "address " + RemoteNetwork.Of(context.Connection.RemoteIpAddress);

    public static IEnumerable<string> RolesOf(HttpContext context) => context.User.FindAll("role").Select(claim => claim.Value);
}
