using Grpc.Net.Client;

namespace Handhaving.Simulator.Wire;

/// <summary>Opens the channel to the gateway's gRPC port.</summary>
public static class Gateway
{
    /// <summary>A channel that notices a dead connection within seconds and opens a second one when streams fill the first.</summary>
    public static GrpcChannel Open(Uri address) => GrpcChannel.ForAddress(address, new()
    {
        HttpHandler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = TimeSpan.FromSeconds(10),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        },
        DisposeHttpClient = true,
    });
}
