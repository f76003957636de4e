using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Handhaving.ServiceDefaults.Telemetry;
using Npgsql;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>Lets the commands of one shard share a commit: a writer takes what waits, up to a limit, and commits it at once; a lone command waits for nobody.</summary>
/// <typeparam name="TShard">What may share a transaction: a tenant together with what its callers may read.</typeparam>
/// <typeparam name="TWork">A command that can be decided and written, again and again if need be.</typeparam>
public sealed class GroupCommit<TShard, TWork>(Func<TShard, IReadOnlyList<TWork>, CancellationToken, Task> commit) : IAsyncDisposable
    where TShard : notnull where TWork : GroupedWork
{
    public const int LargestBatch = 256;
    private const int Attempts = 3;
    private readonly ConcurrentDictionary<TShard, Lazy<Channel<TWork>>> shards = new();
    private readonly ConcurrentBag<Task> writers = [];
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Hands work to the writer of its shard; the work completes when it is committed or refused.</summary>
    public ValueTask SubmitAsync(TShard shard, TWork work, CancellationToken cancellation) =>
        shards.GetOrAdd(shard, key => new(() => Start(key))).Value.Writer.WriteAsync(work, cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var shard in shards.Values) shard.Value.Writer.TryComplete();
        await Task.WhenAll(writers);
        await stopping.CancelAsync();
        stopping.Dispose();
    }

    private Channel<TWork> Start(TShard shard)
    {
        var channel = Channel.CreateBounded<TWork>(new BoundedChannelOptions(4096) { SingleReader = true });
        writers.Add(Task.Run(() => WriteAsync(shard, channel.Reader)));
        return channel;
    }

    private async Task WriteAsync(TShard shard, ChannelReader<TWork> waiting)
    {
        List<TWork> batch = new(LargestBatch);
        while (await waiting.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && waiting.TryRead(out var work))
                if (!work.IsAbandoned) batch.Add(work);
            if (batch.Count == 0) continue;
            var began = Stopwatch.GetTimestamp();
            await CommitAsync(shard, batch);
            Meters.CommitSize.Record(batch.Count);
            Meters.CommitDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            batch.Clear();
        }
    }

    // One command that the database refuses never fails its neighbours: a failed batch is committed one by one.
    private async Task CommitAsync(TShard shard, List<TWork> batch)
    {
        var failure = await TryAsync(shard, batch);
        if (failure is null) return;
        foreach (var work in batch.Where(work => !work.IsCompleted))
            if (await TryAloneAsync(shard, work) is { } broken) work.Fail(broken);
    }

    private async Task<Exception?> TryAloneAsync(TShard shard, TWork work)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryAsync(shard, [work]);
            if (failure is null || attempt == Attempts || failure is not NpgsqlException { IsTransient: true } and not PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation })
                return failure;
        }
    }

    private async Task<Exception?> TryAsync(TShard shard, IReadOnlyList<TWork> batch)
    {
        try
        {
            await commit(shard, batch, stopping.Token);
            foreach (var work in batch) work.Complete();
            return null;
        }
        catch (Exception exception) // kept for the callers of this batch: each gets it, or the outcome of its own attempt
        {
            return exception;
        }
    }
}
