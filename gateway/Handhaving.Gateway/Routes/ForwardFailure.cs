using Handhaving.Gateway.Errors;
using Handhaving.ServiceDefaults.Errors;
using Yarp.ReverseProxy.Forwarder;

namespace Handhaving.Gateway.Routes;

/// <summary>What went wrong between gateway and service, in the words of the error table.</summary>
public static class ForwardFailure
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(200);

    /// <summary>Of a stream. The gateway sets it no deadline, so what took too long there is the silence of both ends.</summary>
    /// <param name="failure">Null for a call that ended before it was sent on.</param>
    public static RuleBroken ReasonOfStream(IForwarderErrorFeature? failure, bool isDraining)
    {
        if (isDraining) return new(Reasons.Draining) { RetryAfter = RetryAfter };
        var reason = ReasonOf(failure);
        return reason.Rule == Reasons.DeadlineExceeded ? new(GatewayReasons.StreamSilent) { RetryAfter = RetryAfter } : reason;
    }

    /// <summary>Of a unary call.</summary>
    /// <param name="failure">Null for a call that ended before it was sent on.</param>
    public static RuleBroken ReasonOf(IForwarderErrorFeature? failure) =>
        failure?.Error switch
        {
            null or ForwarderError.RequestTimedOut or ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled
                => new(Reasons.DeadlineExceeded),
            ForwarderError.ResponseBodyDestination or ForwarderError.RequestBodyDestination when failure.Exception is OperationCanceledException or TimeoutException
                => new(Reasons.DeadlineExceeded),
            ForwarderError.RequestBodyClient when IsTooLarge(failure.Exception) => new(Reasons.TooLarge),
            ForwarderError.RequestBodyClient or ForwarderError.ResponseBodyClient => new(Reasons.Cancelled),
            _ => new(Reasons.Unavailable) { RetryAfter = RetryAfter },
        };

    /// <summary>The replica took no connection, so it never saw the call.</summary>
    public static bool NeverArrived(IForwarderErrorFeature? failure) =>
        failure is { Error: ForwarderError.Request, Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } };

    private static bool IsTooLarge(Exception? exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode == StatusCodes.Status413PayloadTooLarge,
        AggregateException several => several.InnerExceptions.Any(IsTooLarge),
        { InnerException: { } inner } => IsTooLarge(inner),
        _ => false,
    };
}
