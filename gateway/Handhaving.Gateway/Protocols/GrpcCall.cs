using Handhaving.Gateway.Contracts;

namespace Handhaving.Gateway.Protocols;

/// <summary>Feature of a request that is a gRPC call.</summary>
/// <param name="Dialect">How the caller speaks; never None.</param>
/// <param name="Method">The rpc, or null when the contracts do not have it (or the gateway answers it itself).</param>
public sealed record GrpcCall(GrpcDialect Dialect, GrpcMethod? Method);
