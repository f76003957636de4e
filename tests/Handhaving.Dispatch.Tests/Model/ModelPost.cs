using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>What came back: an answer, or why not.</summary>
internal sealed record ModelReply(string? Reason, IMessage? Answer)
{
    public V1.Incident? Incident => Answer?.Descriptor.FindFieldByName("incident")?.Accessor.GetValue(Answer) as V1.Incident;

    public V1.Unit? Unit => Answer?.Descriptor.FindFieldByName("unit")?.Accessor.GetValue(Answer) as V1.Unit;
}

/// <summary>Brings requests to the replicas as a careful client does: one whose outcome is in doubt is sent again with the same request id, wherever somebody answers.</summary>
internal sealed class ModelPost(ModelRegion region)
{
    private static readonly string[] Doubtful = ["UNAVAILABLE", "CANCELLED", "TRY_AGAIN", "DEADLINE_EXCEEDED"];

    public async Task<ModelReply> SendAsync(ModelCall call, int replica)
    {
        ModelReply? reply = null;
        await Work.EventuallyAsync(async () =>
        {
            var desk = region.Desk(call.Team, replica++ % 2);
            reply = await TryAsync(call, desk, desk.Call);
            return reply is not null;
        });
        return reply ?? throw new TimeoutException();
    }

    /// <summary>The caller goes away after a while and asks again elsewhere.</summary>
    public async Task<ModelReply> CutOffAsync(ModelCall call, int replica, TimeSpan patience)
    {
        var desk = region.Desk(call.Team, replica);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        gone.CancelAfter(patience);
        return await TryAsync(call, desk, desk.Call.WithCancellationToken(gone.Token)) is { } reply ? reply : await SendAsync(call, replica + 1);
    }

    /// <summary>The replica is ended hard after a while, and another one is asked.</summary>
    public async Task<ModelReply> KillAsync(ModelCall call, MortalReplica.Life life, TimeSpan remaining)
    {
        using var end = new CancellationTokenSource(remaining);
        await using var kill = end.Token.Register(life.Process.Kill);
        var desk = region.Desk(call.Team, life.Channel);
        var first = await TryAsync(call, desk, desk.Call);
        if (first is null) return await SendAsync(call, 0);
        life.Process.Kill();
        var again = await SendAsync(call, 1);
        Assert.Equal(first, again);
        return again;
    }

    /// <summary>The database is cut off from the service while the call is under way.</summary>
    public async Task<ModelReply> CutDatabaseAsync(ModelCall call, int replica)
    {
        var sending = SendAsync(call, replica);
        await region.CutDatabaseAsync();
        return await sending;
    }

    /// <summary>What time brings about: tried again where the database was cut off.</summary>
    public static async Task<ModelReply> BySystemAsync(Func<Task> act)
    {
        await Work.EventuallyAsync(async () =>
        {
            try
            {
                await act();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
        return new(null, null);
    }

    /// <summary>Reads; again where the database was cut off.</summary>
    public static async Task<T> ReadAsync<T>(Func<AsyncUnaryCall<T>> ask) where T : class
    {
        T? read = null;
        await Work.EventuallyAsync(async () =>
        {
            try
            {
                read = await ask();
                return true;
            }
            catch (RpcException failed) when (IsDoubtful(failed))
            {
                return false;
            }
        });
        return read ?? throw new TimeoutException();
    }

    // Without details nobody of ours answered: the connection broke.
    private static bool IsDoubtful(RpcException failed)
    {
        TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        return failed.GetRpcStatus()?.GetDetail<ErrorInfo>() is not { } told || Doubtful.Contains(told.Reason);
    }

    /// <returns>Null when the outcome is in doubt.</returns>
    private static async Task<ModelReply?> TryAsync(ModelCall call, Person desk, CallOptions options)
    {
        try
        {
            return new(null, await call.SendAsync(desk, options));
        }
        catch (RpcException failed)
        {
            return IsDoubtful(failed) ? null : new(Failure.Of(failed).Reason, null);
        }
    }
}
