using System.Collections.Concurrent;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Positions;

/// <summary>The last position of each unit that a board was shown.</summary>
internal sealed class BoardFixes
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, DateTimeOffset> shown = new();

    public void Show(BoardDelta delta)
    {
        if (delta.Item?.Unit is { LastFix: { } fix } unit) shown[unit.Name] = fix.FixTime.ToDateTimeOffset();
    }

    /// <summary>Returns when the board shows the last position of each unit; positions in between may be left out.</summary>
    public async Task RequireAsync(IReadOnlyDictionary<string, DateTimeOffset> sent, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            // A unit whose turn never came was not sent.
            while (sent.Any(unit => unit.Value > DateTimeOffset.MinValue && shown.GetValueOrDefault(unit.Key) != unit.Value)) await Task.Delay(Look, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The board does not show the last position of {sent.Count(unit => shown.GetValueOrDefault(unit.Key) != unit.Value)} units.");
        }
    }
}
