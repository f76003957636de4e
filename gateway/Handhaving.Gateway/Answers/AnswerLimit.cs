using Handhaving.Gateway.Limits;

namespace Handhaving.Gateway.Answers;

/// <summary>Outermost: a call ends in time also when its caller takes nothing, as one whose HTTP/2 window is 0 and stays so.</summary>
/// <remarks>
/// The server waits for such a caller without end; its own limit, a number of bytes a second, would end the whole connection, and the streams of slow readers.
/// </remarks>
public sealed class AnswerLimit(RequestDelegate next, CallLimits limits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var answer = TimedAnswer.On(context, limits.AnswerLimit);
        var call = next(context);
        if (!await Ends.InAsync(call, limits.UnaryLimit + limits.AnswerLimit) && !LongCall.Is(context)) answer.Leave();
        await call;
        if (!context.RequestAborted.IsCancellationRequested) await context.Response.CompleteAsync();
    }
}
