using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Handhaving.Simulator.Fake;

/// <summary>Refuses calls without the token that the fake identity provider gives out.</summary>
public sealed class TokenCheck : Interceptor
{
    /// <summary>The only good token.</summary>
    public const string Token = "fake-token";

    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Require(context);
        return continuation(request, context);
    }

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Require(context);
        return continuation(request, responseStream, context);
    }

    /// <inheritdoc />
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Require(context);
        return continuation(requestStream, responseStream, context);
    }

    private static void Require(ServerCallContext context)
    {
        if (context.RequestHeaders.GetValue("authorization") != $"Bearer {Token}")
            throw Refusal.Of(StatusCode.Unauthenticated, "TOKEN_INVALID", "Meld u opnieuw aan.");
    }
}
