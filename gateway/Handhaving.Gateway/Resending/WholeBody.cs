using System.Buffers;
using System.IO.Pipelines;
using Yarp.ReverseProxy.Transforms;

namespace Handhaving.Gateway.Resending;

/// <summary>The body of a call with one message, in memory: it can be sent to another connection when the first did not take it.</summary>
public static class WholeBody
{
    /// <summary>Waits for all of the body.</summary>
    /// <returns>False when it is longer than <paramref name="most"/> bytes.</returns>
    public static async Task<bool> TakeAsync(HttpContext context, int most)
    {
        var read = await context.Request.BodyReader.ReadAtLeastAsync(most + 1, context.RequestAborted);
        if (read.Buffer.Length > most) return false;
        var whole = read.Buffer.ToArray();
        context.Request.BodyReader.AdvanceTo(read.Buffer.End);
        context.Request.Body = new MemoryStream(whole, writable: false);
        return true;
    }

    /// <summary>Before it is sent once more.</summary>
    public static void Rewind(HttpContext context)
    {
        if (context.Request.Body is MemoryStream whole) whole.Position = 0;
    }

    /// <summary>Lets the client send it as often as it takes.</summary>
    internal static async ValueTask KeepAsync(RequestTransformContext call)
    {
        if (call.HttpContext.Request.Body is MemoryStream && call.ProxyRequest.Content is { } content) await content.LoadIntoBufferAsync(call.CancellationToken);
    }
}
