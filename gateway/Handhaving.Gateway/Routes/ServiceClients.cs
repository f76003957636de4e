using Handhaving.Gateway.Resending;
using Yarp.ReverseProxy.Forwarder;

namespace Handhaving.Gateway.Routes;

/// <summary>Connections to the services.</summary>
/// <remarks>
/// A connection whose other end drains gives back the calls that were not taken, and the client sends them anew by itself. The body of a
/// unary call is kept for that; of a stream, part may be gone already: it breaks, and its sender goes on from the last acknowledgement.
/// </remarks>
public sealed class ServiceClients(Limits.CallLimits limits) : ForwarderHttpClientFactory
{
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        handler.MaxResponseHeadersLength = AnswerHeaders.MostKilobytesTaken;
        handler.ConnectTimeout = limits.ConnectLimit;
        handler.KeepAlivePingDelay = PingDelay;
        handler.KeepAlivePingTimeout = PingTimeout;
        handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests;
    }

    protected override HttpMessageHandler WrapHandler(ForwarderHttpClientContext context, HttpMessageHandler handler) => new StreamsOnce(handler);

    private sealed class StreamsOnce(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { Headers.ContentLength: null } stream) request.Content = new OnceContent(stream);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
