namespace Handhaving.Faults.Tests.Load;

/// <summary>When each act of an evening is due: two hundred a second over all desks together, whatever the answers take (reliability section 2, R1).</summary>
/// <remarks>As fast as a machine goes is no load to promise a drain under: what comes then grows with the machine.</remarks>
public sealed class Timetable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1) / 200;
    private readonly DateTimeOffset began = DateTimeOffset.UtcNow;
    private long turns;

    /// <summary>Returns when the next act is due; at once when the desks are behind.</summary>
    public Task NextAsync(CancellationToken cancellation) =>
        began + Interlocked.Increment(ref turns) * Interval - DateTimeOffset.UtcNow is { Ticks: > 0 } early ? Task.Delay(early, cancellation) : Task.CompletedTask;
}
