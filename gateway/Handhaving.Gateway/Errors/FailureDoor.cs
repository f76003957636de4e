using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Connections;

namespace Handhaving.Gateway.Errors;

/// <summary>Outermost: whatever the gateway itself throws leaves as a status of the error table, without inner text.</summary>
public sealed partial class FailureDoor(RequestDelegate next, ILogger<FailureDoor> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RuleBroken broken)
        {
            await Refusal.SendAsync(context, broken);
        }
        catch (BadHttpRequestException bad)
        {
            await Refusal.SendAsync(context, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? new RuleBroken(Reasons.TooLarge) : UnreadableMessage.Broken());
        }
        catch (Exception gone) when (gone is IOException or ConnectionAbortedException)
        {
            // The caller reset its stream, or its connection broke, while its body was read: RequestAborted may tell so only later. What breaks behind the gateway is not thrown.
            await Refusal.SendAsync(context, new RuleBroken(Reasons.Cancelled));
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogDefect(exception);
            await Refusal.SendAsync(context, ErrorTable.For(exception));
        }
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "A request failed by a defect of the gateway")]
    private partial void LogDefect(Exception exception);
}
