namespace Handhaving.Gateway.Contracts;

/// <summary>One rpc of the contracts.</summary>
/// <param name="Path">Where it is called: <c>/package.Service/Method</c>.</param>
/// <param name="Cluster">Name of the platform's service that answers it, the second part of the package.</param>
/// <param name="ClientStreams">The caller sends more than one message.</param>
/// <param name="ServerStreams">The service sends more than one message.</param>
public sealed record GrpcMethod(string Path, string Cluster, bool ClientStreams, bool ServerStreams)
{
    public bool IsStream => ClientStreams || ServerStreams;
}
