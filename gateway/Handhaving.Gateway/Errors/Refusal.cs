using System.Buffers;
using Google.Rpc;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Telemetry;

namespace Handhaving.Gateway.Errors;

/// <summary>Ends a request with an error that the gateway itself makes, in the dialect of the caller, before or after the answer began.</summary>
public static class Refusal
{
    public static Task SendAsync(HttpContext context, RuleBroken broken) => SendAsync(context, ErrorTable.For(broken));

    public static async Task SendAsync(HttpContext context, Google.Rpc.Status status)
    {
        Meters.Refusals.Add(1, new KeyValuePair<string, object?>("reason", status.GetDetail<ErrorInfo>()?.Reason));
        var dialect = context.Features.Get<GrpcCall>()?.Dialect ?? GrpcDialect.None;
        if (dialect is GrpcDialect.None)
            await SendTextAsync(context, status);
        else if (context.Response.HasStarted)
            EndStream(context, dialect, status);
        else
            SetHeaders(context, status);
    }

    // Trailers-only: no body, so the status stands in the headers, in gRPC and in gRPC-Web.
    private static void SetHeaders(HttpContext context, Google.Rpc.Status status)
    {
        var response = context.Response;
        foreach (var header in response.Headers.Where(header => !header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase) && header.Key != "Vary").ToArray())
            response.Headers.Remove(header.Key);
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = context.Request.ContentType;
        foreach (var (name, value) in GrpcTrailers.Of(status)) response.Headers[name] = value;
    }

    // Nothing here waits for a reader: the end of a stream goes out with all that it left unread.
    private static void EndStream(HttpContext context, GrpcDialect dialect, Google.Rpc.Status status)
    {
        if (GrpcDialects.Of(context.Response.ContentType) is GrpcDialect.None)
            context.Abort(); // the destination was answering something that is not gRPC
        else if (dialect is GrpcDialect.Native)
            foreach (var (name, value) in GrpcTrailers.Of(status)) context.Response.AppendTrailer(name, value);
        else
            context.Response.BodyWriter.Write(WebTrailerFrame.Of(status, dialect));
    }

    private static async Task SendTextAsync(HttpContext context, Google.Rpc.Status status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = HttpStatusOf((Grpc.Core.StatusCode)status.Code);
        context.Response.ContentType = "text/plain; charset=utf-8";
        if (status.GetDetail<RetryInfo>() is { } retry) context.Response.Headers.RetryAfter = $"{Math.Ceiling(retry.RetryDelay.ToTimeSpan().TotalSeconds)}";
        await context.Response.WriteAsync($"{status.GetDetail<LocalizedMessage>()?.Message}\n{status.Message}\n", context.RequestAborted);
    }

    private static int HttpStatusOf(Grpc.Core.StatusCode code) => code switch
    {
        Grpc.Core.StatusCode.InvalidArgument => StatusCodes.Status400BadRequest,
        Grpc.Core.StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        Grpc.Core.StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        Grpc.Core.StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        Grpc.Core.StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status500InternalServerError,
    };
}
