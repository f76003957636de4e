using System.Diagnostics;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Telemetry;
using Npgsql;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>Lets the commands of one shard share a commit: a writer takes what waits, up to a limit, and commits it at once; a lone command waits for nobody.</summary>
/// <typeparam name="TShard">What may share a transaction: a tenant together with what its callers may read.</typeparam>
/// <typeparam name="TWork">A command that can be decided and written, again and again if need be.</typeparam>
public sealed class GroupCommit<TShard, TWork>(Func<TShard, IReadOnlyList<TWork>, CancellationToken, Task> commit, GroupLimits limits) : IAsyncDisposable
    where TShard : notnull where TWork : GroupedWork
{
    private const int Attempts = 3;
    private readonly Lock gate = new();
    private readonly Dictionary<TShard, WaitingWork<TWork>> shards = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim turns = new(limits.AtOnce);
    private bool isClosed;

    public GroupCommit(Func<TShard, IReadOnlyList<TWork>, CancellationToken, Task> commit) : this(commit, GroupLimits.Usual) { }

    /// <summary>Shards that have a writer: those of which something waits or is committed.</summary>
    public int Writers
    {
        get
        {
            lock (gate) return shards.Count;
        }
    }

    /// <summary>Hands work to the writer of its shard; the work completes when it is committed or refused.</summary>
    public async ValueTask SubmitAsync(TShard shard, TWork work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        while (Enter(shard, work) is { } room) await room.WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        Task[] writers;
        lock (gate)
        {
            isClosed = true;
            writers = [.. shards.Values.Select(shard => shard.Writer)];
        }
        await Task.WhenAll(writers);
        await stopping.CancelAsync();
        stopping.Dispose();
        turns.Dispose();
    }

    // Whoever comes as a writer ends gets the next one: both look at the queue under one lock.
    private Task? Enter(TShard shard, TWork work)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            if (shards.TryGetValue(shard, out var open)) return open.Enter(work);
            var waiting = shards[shard] = new();
            var room = waiting.Enter(work);
            // The writer outlives the call that happened to come first: nothing of that call may stick to it.
            using (ExecutionContext.SuppressFlow()) waiting.Writer = Task.Run(() => WriteAsync(shard, waiting));
            return room;
        }
    }

    private async Task WriteAsync(TShard shard, WaitingWork<TWork> waiting)
    {
        List<TWork> batch = new(limits.LargestBatch);
        while (!Ends(shard, waiting))
        {
            await turns.WaitAsync(); // what comes meanwhile shares the commit
            try
            {
                lock (gate) waiting.Take(batch, limits.LargestBatch);
                if (batch.Count > 0) await CommitMeasuredAsync(shard, batch);
            }
            finally
            {
                turns.Release();
            }
            batch.Clear();
        }
    }

    // Shards are as many as records that somebody is trusted with alone: one that nobody needs any longer leaves nothing behind.
    private bool Ends(TShard shard, WaitingWork<TWork> waiting)
    {
        lock (gate) return waiting.IsEmpty && shards.Remove(shard);
    }

    private async Task CommitMeasuredAsync(TShard shard, List<TWork> batch)
    {
        var began = Stopwatch.GetTimestamp();
        using (SpanOf(batch)) await CommitAsync(shard, batch);
        Meters.CommitSize.Record(batch.Count);
        Meters.CommitDuration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static Activity? SpanOf(List<TWork> batch) =>
        Traces.Own.StartActivity("commit", ActivityKind.Internal, batch[0].Origin?.Context ?? default, links: batch.Skip(1).Select(work => new ActivityLink(work.Origin?.Context ?? default)));

    // One command that the database refuses never fails its neighbours: a failed batch is committed one by one.
    private async Task CommitAsync(TShard shard, List<TWork> batch)
    {
        var failure = await TryAsync(shard, batch);
        if (failure is null) return;
        foreach (var work in batch.Where(work => !work.IsCompleted && !work.IsAbandoned))
            if (await TryAloneAsync(shard, work) is { } broken) work.Fail(broken);
    }

    private async Task<Exception?> TryAloneAsync(TShard shard, TWork work)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryAsync(shard, [work]);
            if (failure is null || attempt == Attempts || !MayGoThrough(failure)) return failure;
        }
    }

    // Another may have written the same row meanwhile: the next attempt sees it.
    private static bool MayGoThrough(Exception failure) =>
        failure is NpgsqlException npgsql && npgsql.Passes() || failure is PostgresException postgres && postgres.IsLostRace();

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
