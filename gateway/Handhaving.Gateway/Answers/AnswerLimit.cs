using Handhaving.Gateway.Limits;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Handhaving.Gateway.Answers;

/// <summary>Outermost: a call ends in time also when its caller takes nothing, as one whose HTTP/2 window is 0 and stays so.</summary>
/// <remarks>
/// The server waits for such a caller without end; its own limit, a number of bytes a second, would end the whole connection, and the streams of slow readers.
/// </remarks>
public sealed class AnswerLimit(RequestDelegate next, CallLimits limits)
{
    private const int EnhanceYourCalm = 0xb; // RFC 9113, 7

    public async Task InvokeAsync(HttpContext context)
    {
        var reset = context.Features.Get<IHttpResetFeature>(); // null where there is none: HTTP/1.1
        using var taken = context.Features.Get<SentFrames>()?.Expect(context.Features.GetRequiredFeature<IHttp2StreamIdFeature>().StreamId);
        var call = next(context);
        if (!await Ends.InAsync(call, limits.UnaryLimit + limits.AnswerLimit) && !LongCall.Is(context)) Leave(context, reset);
        await call;
        if (!await Ends.InAsync(TakenAsync(context, taken), limits.AnswerLimit)) Leave(context, reset);
    }

    // To complete an answer is not to have it taken: the server keeps what has no room yet.
    private static async Task TakenAsync(HttpContext context, ExpectedEnd? taken)
    {
        if (context.RequestAborted.IsCancellationRequested) return;
        await context.Response.CompleteAsync();
        if (taken is not null) await taken.Sent.WaitAsync(context.RequestAborted);
    }

    private static void Leave(HttpContext context, IHttpResetFeature? reset)
    {
        GatewayMeters.AnswersLeft.Add(1);
        if (reset is null) context.Abort();
        else reset.Reset(EnhanceYourCalm);
    }
}
