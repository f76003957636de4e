using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Lifetime;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Enforces the access option of each rpc, for all four kinds of call: nothing runs before it said yes, and a refusal is written down.</summary>
public sealed class AccessInterceptor(AccessCheck check, DenialLog denials) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (BuiltIn.Covers(context.Method)) return await continuation(request, context);
        RequireTime(context);
        Reasons.DeadlineRequired.Require(context.Deadline != DateTime.MaxValue);
        var call = await EnterAsync(context, (IMessage)request);
        var answer = await continuation(request, context);
        await RefusingAsync(call, (IMessage)request, () => check.RequireStillAsync(call, (IMessage)request, context.CancellationToken), context.CancellationToken);
        return answer;
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (!BuiltIn.Covers(context.Method))
        {
            RequireTime(context);
            await EnterAsync(context, (IMessage)request);
        }
        await continuation(request, responseStream, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        await continuation(await EnterAsync(requestStream, context), context);

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        await continuation(BuiltIn.Covers(context.Method) ? requestStream : await EnterAsync(requestStream, context), responseStream, context);

    private async Task<Call> EnterAsync(ServerCallContext context, IMessage request)
    {
        var call = await CheckAsync(await AdmitAsync(context), request, context.CancellationToken);
        CallOfContext.Set(context, call);
        return call;
    }

    private async Task<IAsyncStreamReader<TRequest>> EnterAsync<TRequest>(IAsyncStreamReader<TRequest> requests, ServerCallContext context)
    {
        RequireTime(context);
        var call = await AdmitAsync(context);
        CallOfContext.Set(context, call);
        return new CheckedReader<TRequest>(requests, (message, cancellation) => CheckAsync(call, (IMessage)message!, cancellation)); // a stream carries no null
    }

    private static void RequireTime(ServerCallContext context) =>
        Reasons.DeadlineExceeded.Require(!GrpcTimeout.IsOver(context.GetHttpContext().Request.Headers[GrpcTimeout.Header].ToString()));

    private async Task<Call> AdmitAsync(ServerCallContext context)
    {
        try
        {
            return check.Admit(context);
        }
        catch (RuleBroken broken)
        {
            await denials.WriteAsync(context, broken.Rule.Reason);
            throw;
        }
    }

    private async Task<Call> CheckAsync(Call call, IMessage request, CancellationToken cancellation)
    {
        var admitted = call;
        await RefusingAsync(call, request, async () => admitted = await check.RequireAsync(call, request, cancellation), cancellation);
        // It goes on and finds nothing, so that its answer is in all the one for what does not exist.
        if (admitted.Hidden is { } hidden) await denials.WriteAsync(admitted, hidden, Reasons.NotFound.Reason, cancellation);
        return admitted;
    }

    private async Task RefusingAsync(Call call, IMessage request, Func<Task> ask, CancellationToken cancellation)
    {
        try
        {
            await ask();
        }
        catch (Exception refused) when (refused is NotFound or RuleBroken { Rule.Outcome: RuleOutcome.Denied })
        {
            await denials.WriteAsync(call, call.Rule.NameOf(request), refused is RuleBroken broken ? broken.Rule.Reason : Reasons.NotFound.Reason, cancellation);
            throw;
        }
    }
}
