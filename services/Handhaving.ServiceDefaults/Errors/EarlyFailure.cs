using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Handhaving.ServiceDefaults.Errors;

/// <summary>
/// Gives details to a call that failed where no interceptor sees it: its message was too large or could not be read, the method does not exist,
/// or the runtime answered at the deadline by itself.
/// </summary>
public static partial class EarlyFailure
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpResponseBodyFeature>() is { } body)
            context.Features.Set<IHttpResponseBodyFeature>(new DetailedEnd(body, () => Detail(context, TrailersOf(context.Response))));
        await next(context);
        if (!context.Response.HasStarted) Detail(context, context.Response.Headers);
    }

    // Before the first message the status stands in the headers, after it in the trailers.
    private static IHeaderDictionary? TrailersOf(HttpResponse response) =>
        response.HasStarted ? response.HttpContext.Features.Get<IHttpResponseTrailersFeature>()?.Trailers : response.Headers;

    private static void Detail(HttpContext context, IHeaderDictionary? trailers)
    {
        if (trailers is not { IsReadOnly: false } || RuleOf(context, trailers) is not { } rule) return;
        if (rule == Reasons.InvalidRequest) LogUnreadable(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EarlyFailure)), context.Request.Path);
        Meters.Refusals.Add(1, new KeyValuePair<string, object?>("reason", rule.Reason));
        foreach (var (name, value) in GrpcTrailers.Of(ErrorTable.For(rule == Reasons.InvalidRequest ? UnreadableMessage.Broken() : new RuleBroken(rule)))) trailers[name] = value;
    }

    // What the interceptors refuse has its details; null for that, and for what is no failed gRPC call.
    private static Rule? RuleOf(HttpContext context, IHeaderDictionary trailers)
    {
        if (trailers.ContainsKey("grpc-status-details-bin") || !int.TryParse(trailers["grpc-status"], NumberStyles.None, CultureInfo.InvariantCulture, out var code)) return null;
        return (StatusCode)code switch
        {
            StatusCode.ResourceExhausted => Reasons.TooLarge,
            StatusCode.Unimplemented when context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is not null => Reasons.UnsupportedEncoding, // the method is here: its message was not taken
            StatusCode.Unimplemented => Reasons.UnknownMethod,
            StatusCode.DeadlineExceeded => Reasons.DeadlineExceeded,
            StatusCode.Cancelled => Reasons.Cancelled,
            StatusCode.Unknown or StatusCode.Internal when context.RequestAborted.IsCancellationRequested => Reasons.Cancelled,
            StatusCode.Unknown or StatusCode.Internal => Reasons.InvalidRequest, // all that runs before the interceptors is the reading of the message
            _ => null,
        };
    }

    // No defect of ours; often, the sign of a client that speaks another contract.
    [LoggerMessage(EventId = 1002, Level = LogLevel.Warning, Message = "{Path} was sent a message that cannot be read")]
    private static partial void LogUnreadable(ILogger logger, string path);
}
