using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Transforms;

namespace Handhaving.Gateway.Routes;

/// <summary>Bounds the headers and trailers of a service's answer.</summary>
/// <remarks>
/// A client ends a whole connection over headers that are longer than it takes, and with it all other calls there. So the gateway takes far more from a
/// service than a service sends, and hands on no more than every client takes.
/// </remarks>
public static class AnswerHeaders
{
    /// <summary>Most that the gateway takes from a service, in KiB.</summary>
    public static int MostKilobytesTaken => 1024;

    // What clients of the C core take.
    private const int MostBytes = 8 * 1024;

    private const string Status = "grpc-status";

    internal static ValueTask BoundAsync(ResponseTransformContext answer) => Bound(answer.HttpContext.Response.Headers);

    internal static ValueTask BoundAsync(ResponseTrailersTransformContext answer) => Bound(answer.HttpContext.Features.Get<IHttpResponseTrailersFeature>()?.Trailers);

    // The largest go first: details before the text. The status stays.
    private static ValueTask Bound(IHeaderDictionary? headers)
    {
        var excess = (headers?.Sum(Length) ?? 0) - MostBytes;
        foreach (var header in headers?.OrderByDescending(Length).Where(header => header.Key != Status).ToArray() ?? [])
        {
            if (excess <= 0) break;
            headers?.Remove(header.Key);
            excess -= Length(header);
        }
        return ValueTask.CompletedTask;
    }

    private static int Length(KeyValuePair<string, StringValues> header) => header.Value.Sum(value => header.Key.Length + (value?.Length ?? 0));
}
