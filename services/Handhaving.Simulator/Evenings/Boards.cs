using Handhaving.Simulator.Scenario.Places;
using Handhaving.Simulator.Streams;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Evenings;

/// <summary>The desks of the evening, each with a board of its own: spread over the teams, at least one for each.</summary>
public sealed class Boards : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource watching = new();
    private readonly List<BoardWatcher> watchers;
    private readonly List<Task> streams;

    /// <summary>Begins to watch.</summary>
    public Boards(Platform platform, Region region, int desks, TimeProvider time)
    {
        watchers = [.. Enumerable.Range(0, Math.Max(desks, region.Teams.Count)).Select(desk => new BoardWatcher(platform, Tally, time, region.Teams[desk % region.Teams.Count]))];
        streams = [.. watchers.Select(watcher => watcher.RunAsync(watching.Token))];
    }

    /// <summary>What went wrong with them.</summary>
    public BoardTally Tally { get; } = new();

    /// <summary>How many there are.</summary>
    public int Count => watchers.Count;

    /// <summary>What each of them showed.</summary>
    public IReadOnlyList<Sightings> Sightings => [.. watchers.Select(watcher => watcher.Sightings)];

    /// <summary>Returns when all have their first snapshot.</summary>
    public async Task StartedAsync(TimeProvider time, CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(watchers.Select(watcher => watcher.FirstSnapshot)).WaitAsync(StartLimit, time, stop);
        }
        catch (TimeoutException late)
        {
            throw new UnansweredException($"WatchBoard ({string.Join("; ", watchers.Select(watcher => watcher.LastDrop).Distinct())})", late);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await watching.CancelAsync();
        await Task.WhenAll(streams);
        watching.Dispose();
    }
}
