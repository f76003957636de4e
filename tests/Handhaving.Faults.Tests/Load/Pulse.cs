using System.Collections.Concurrent;

namespace Handhaving.Faults.Tests.Load;

/// <summary>When acts are due and when they were accepted: how many, and for how long none was.</summary>
public sealed class Pulse(Timetable timetable)
{
    private readonly ConcurrentQueue<DateTimeOffset> accepted = new();
    private long youngestAsked;

    public int Count => accepted.Count;

    /// <summary>When the youngest of the accepted acts was first asked for.</summary>
    public DateTimeOffset YoungestAsked => new(Interlocked.Read(ref youngestAsked), TimeSpan.Zero);

    /// <summary>Returns when the next act is due.</summary>
    public Task DueAsync(CancellationToken cancellation) => timetable.NextAsync(cancellation);

    public void Beat(DateTimeOffset asked)
    {
        accepted.Enqueue(DateTimeOffset.UtcNow);
        for (var known = Interlocked.Read(ref youngestAsked); asked.UtcTicks > known;)
            known = Interlocked.CompareExchange(ref youngestAsked, asked.UtcTicks, known) is var found && found == known ? asked.UtcTicks : found;
    }

    /// <summary>The longest time in which nothing was accepted.</summary>
    public TimeSpan LongestGap(DateTimeOffset since = default)
    {
        var times = accepted.Where(time => time >= since).Order().ToList();
        return times.Zip(times.Skip(1), (before, after) => after - before).DefaultIfEmpty().Max();
    }
}
