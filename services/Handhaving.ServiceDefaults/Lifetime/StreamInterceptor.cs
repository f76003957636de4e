using Grpc.Core;
using Grpc.Core.Interceptors;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.Extensions.Hosting;

namespace Handhaving.ServiceDefaults.Lifetime;

/// <summary>Ends each stream when its caller's token ends or this replica stops, whatever the door does meanwhile, and says which it was. Inside the access interceptor.</summary>
public sealed class StreamInterceptor(IHostApplicationLifetime host, LastStreams last, TimeProvider clock) : Interceptor
{
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        BuiltIn.Covers(context.Method)
            ? continuation(request, responseStream, context)
            : LiveAsync(context, async life =>
            {
                await continuation(request, new LivingWriter<TResponse>(responseStream, life), new LivingContext(context, life));
                return true;
            });

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        LiveAsync(context, life => continuation(new LivingReader<TRequest>(requestStream, life), new LivingContext(context, life)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        BuiltIn.Covers(context.Method)
            ? continuation(requestStream, responseStream, context)
            : LiveAsync(context, async life =>
            {
                await continuation(new LivingReader<TRequest>(requestStream, life), new LivingWriter<TResponse>(responseStream, life), new LivingContext(context, life));
                return true;
            });

    private async Task<T> LiveAsync<T>(ServerCallContext context, Func<StreamLife, Task<T>> serve)
    {
        using var life = new StreamLife(context.Call().Caller, host, clock, context.CancellationToken);
        life.Require();
        context.UserState[LivingContext.HttpContextKey] = context.GetHttpContext();
        last.Opened();
        try
        {
            return await serve(life);
        }
        catch (OperationCanceledException) when (life.Cause is { } cause)
        {
            throw new RuleBroken(cause);
        }
        finally
        {
            last.Ended();
        }
    }
}
