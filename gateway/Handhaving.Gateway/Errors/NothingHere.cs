using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Errors;

/// <summary>What a path answers that nobody serves: UNIMPLEMENTED to a gRPC client, 404 to others.</summary>
public static class NothingHere
{
    public static Task AnswerAsync(HttpContext context)
    {
        if (context.Features.Get<GrpcCall>() is not null) return Refusal.SendAsync(context, new RuleBroken(Reasons.UnknownMethod));
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
