using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Logging;

namespace Handhaving.ServiceDefaults.Errors;

/// <summary>Turns whatever a call throws into a google.rpc.Status by the error table, for all four kinds of call. Outermost interceptor.</summary>
public sealed partial class ErrorInterceptor(TimeProvider clock, ILogger<ErrorInterceptor> logger) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => continuation(new CallersReader<TRequest>(requestStream), context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => Nothing(continuation(request, responseStream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, () => Nothing(continuation(new CallersReader<TRequest>(requestStream), responseStream, context)));

    private async Task<T> Guard<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not RpcException { StatusCode: not StatusCode.ResourceExhausted })
        {
            var timedOut = exception is OperationCanceledException && context.Deadline <= clock.GetUtcNow().UtcDateTime;
            var status = ErrorTable.For(timedOut ? new RuleBroken(Reasons.DeadlineExceeded) : exception);
            if (status.Code is (int)StatusCode.Internal) LogDefect(exception, context.Method);
            Meters.Refusals.Add(1, new KeyValuePair<string, object?>("reason", status.GetDetail<ErrorInfo>()?.Reason));
            throw status.ToRpcException();
        }
    }

    private static async Task<bool> Nothing(Task call)
    {
        await call;
        return true;
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Error, Message = "{Method} failed by a defect")]
    private partial void LogDefect(Exception exception, string method);
}
