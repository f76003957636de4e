using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Handhaving.Dispatch.Fleet;

/// <summary>Keeps the index of units up to date. A row of the feed says only that something changed; the truth is the unit's rows, read anew.</summary>
/// <remarks>Turns are taken one at a time, so a later state of a unit never gives way to an earlier one. Who asks waits for a turn that begins after the question, shared by all who ask meanwhile.</remarks>
public sealed partial class FleetKeeper : BackgroundService, IAsyncDisposable
{
    /// <summary>After so long without a turn the index counts as behind.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim changed = new(0);
    private readonly FeedReader feed;
    private readonly FleetTurns turns;
    private readonly GroupCommit<string, Turn> queue;
    private readonly TimeProvider clock;
    private readonly ILogger<FleetKeeper> logger;
    private bool disposed;

    public FleetKeeper(FeedReader feed, FleetTurns turns, TimeProvider clock, ILogger<FleetKeeper> logger)
    {
        (this.feed, this.turns, this.clock, this.logger) = (feed, turns, clock, logger);
        queue = new((_, _, cancellation) => turns.TakeAsync(cancellation));
    }

    /// <summary>How long ago the last turn began; null while the index is not loaded.</summary>
    public TimeSpan? Behind => turns.LastAt is { } last ? clock.GetUtcNow() - last : null;

    /// <summary>Waits until the index holds every change that was committed before this was asked.</summary>
    /// <exception cref="RuleBroken">UNITS_NOT_KNOWN.</exception>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        try
        {
            await TakeTurnAsync(cancellation).WaitAsync(LongestWait, clock, cancellation);
        }
        catch (Exception failure) when (IsOfTheMoment(failure))
        {
            throw FleetRules.Known.Broken();
        }
    }

    // The container holds it twice, as itself and as what it starts.
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true)) return;
        await queue.DisposeAsync();
        changed.Dispose();
        Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await feed.EnterAsync(Hear, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TakeTurnAsync(stoppingToken);
            }
            catch (Exception failure) when (IsOfTheMoment(failure))
            {
                LogPostponed(failure.GetType().Name);
            }
            await changed.WaitAsync(Interval, stoppingToken);
        }
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        feed.Leave(Hear);
        return base.StopAsync(cancellationToken);
    }

    // A row that cannot be read does not end the service: what reads it next says so again.
    private static bool IsOfTheMoment(Exception failure) => failure is NpgsqlException or TimeoutException or JsonException;

    private void Hear(FeedRow row)
    {
        if (FleetTurns.Concerns(row.Kind) && changed.CurrentCount == 0) changed.Release();
    }

    private async Task TakeTurnAsync(CancellationToken cancellation)
    {
        var turn = new Turn(cancellation);
        await queue.SubmitAsync("", turn, cancellation);
        await turn.Done;
    }

    private sealed class Turn(CancellationToken cancellation) : GroupedWork(cancellation);

    [LoggerMessage(EventId = 2402, Level = LogLevel.Warning, Message = "The index of units waits for its next turn ({Failure}); nothing is recommended by what it may not know")]
    private partial void LogPostponed(string failure);
}
