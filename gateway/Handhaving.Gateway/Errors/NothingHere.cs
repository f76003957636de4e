using Handhaving.Gateway.Protocols;
using Handhaving.Gateway.WebConsole;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Errors;

/// <summary>What a path answers that no endpoint serves: UNIMPLEMENTED to a gRPC client, the console to a browser, 404 to others.</summary>
public static class NothingHere
{
    public static async Task AnswerAsync(HttpContext context)
    {
        if (context.Features.Get<GrpcCall>() is not null) await Refusal.SendAsync(context, new RuleBroken(Reasons.UnknownMethod));
        else if (!await context.TryServeConsoleAsync()) context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
