using Grpc.Core;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;

namespace Handhaving.Simulator.Wire;

/// <summary>Starts one try of an rpc.</summary>
public delegate AsyncUnaryCall<TAnswer> Try<TAnswer>(CallOptions options);

/// <summary>Carries each call until it has a definite answer, and keeps the ledger.</summary>
public sealed class Caller(LedgerBook ledger, TokenSource tokens, TimeProvider time, Chance chance)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private readonly Lock chanceLock = new();

    /// <summary>How long a call without a definite answer is repeated.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Sends a mutation: ledger first, then tries with one and the same request_id until the platform says yes or no.</summary>
    /// <exception cref="RefusedException">The platform said no.</exception>
    /// <exception cref="UnansweredException">It stayed in doubt for the whole patience.</exception>
    public async Task<TAnswer> SendAsync<TAnswer>(
        Intention intention, Effect? effect, Try<TAnswer> attempt, Func<TAnswer, Change?> change, CancellationToken cancellation)
    {
        var entry = ledger.Open(intention, effect);
        try
        {
            var answer = await PersistAsync(intention.Rpc, attempt, entry.Doubt, cancellation);
            entry.Accept(change(answer));
            return answer;
        }
        catch (RefusedException refused)
        {
            entry.Refuse(refused.Reason);
            throw;
        }
    }

    /// <summary>Asks something that changes nothing.</summary>
    public Task<TAnswer> AskAsync<TAnswer>(string rpc, Try<TAnswer> attempt, CancellationToken cancellation) =>
        PersistAsync(rpc, attempt, () => { }, cancellation);

    /// <summary>Headers of a stream; the stream ends itself when the token expires.</summary>
    public async Task<Metadata> HeadersAsync(CancellationToken cancellation) =>
        new() { { "authorization", $"Bearer {await tokens.GetAsync(cancellation)}" } };

    /// <summary>Waits before a try, longer after each failure in a row.</summary>
    public Task BackOffAsync(int failures, CancellationToken cancellation)
    {
        TimeSpan delay;
        lock (chanceLock)
            delay = BackOff.After(failures, chance);
        return Task.Delay(delay, time, cancellation);
    }

    private async Task<TAnswer> PersistAsync<TAnswer>(string rpc, Try<TAnswer> attempt, Action doubt, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + Patience;
        for (var failures = 1; ; failures++)
        {
            Exception last;
            try
            {
                return await OnceAsync(rpc, attempt, cancellation);
            }
            catch (RpcException fault) when (fault.StatusCode == StatusCode.Unauthenticated && failures <= 2)
            {
                tokens.Forget();
                last = fault;
            }
            catch (RpcException fault) when (fault.AsksToWait())
            {
                await Task.Delay(fault.RetryDelay() ?? TimeSpan.Zero, time, cancellation);
                last = fault;
            }
            catch (RpcException fault) when (fault.LeavesDoubt())
            {
                doubt();
                last = fault;
            }
            catch (RpcException fault)
            {
                throw new RefusedException(rpc, fault.StatusCode, fault.Reason(), fault);
            }
            catch (HttpRequestException noToken)
            {
                last = noToken;
            }
            if (cancellation.IsCancellationRequested || time.GetUtcNow() >= until)
                throw new UnansweredException(rpc, last);
            await BackOffAsync(failures, cancellation);
        }
    }

    private async Task<TAnswer> OnceAsync<TAnswer>(string rpc, Try<TAnswer> attempt, CancellationToken cancellation)
    {
        var headers = await HeadersAsync(cancellation);
        var deadline = (time.GetUtcNow() + Deadline).UtcDateTime;
        var started = time.GetTimestamp();
        try
        {
            return await attempt(new CallOptions(headers, deadline, cancellation));
        }
        finally
        {
            ledger.Took(rpc, time.GetElapsedTime(started));
        }
    }
}
