using System.Diagnostics;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;

namespace Handhaving.Benchmarks.Benchmarks.Delivery;

/// <summary>Follows creates until the broker confirmed the last of their facts, and counts them.</summary>
internal sealed class OutboxCount(Database database)
{
    // A canary of the platform is no report.
    private const string Confirmed = "outbox where sent_at is not null and aggregate_sequence = 1 and type not like 'Canary%'";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromMinutes(2);

    /// <returns>Facts confirmed, and the time from the first create to the last confirmation.</returns>
    public async Task<(long Operations, TimeSpan Elapsed)> FollowAsync(Func<Task<Sample>> create, CancellationToken cancellation)
    {
        await DrainAsync(cancellation);
        var before = await database.CountAsync(Confirmed, cancellation);
        var began = Stopwatch.GetTimestamp();
        var created = await create();
        await DrainAsync(cancellation);
        var elapsed = Stopwatch.GetElapsedTime(began);
        var confirmed = await database.CountAsync(Confirmed, cancellation) - before;
        if (confirmed != created.Operations) throw new InvalidOperationException($"{created.Operations} creates led to {confirmed} confirmed facts.");
        return (confirmed, elapsed);
    }

    /// <summary>Returns when no fact waits.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        while (await database.CountAsync("outbox where sent_at is null and type not like 'Canary%'", limit.Token) > 0) await Task.Delay(Look, limit.Token);
    }
}
