using System.Collections.Concurrent;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Positions.Judging;

/// <summary>Positions that were refused as impossible after the last one taken. When several in a row, over some time, could follow each other, it was the last one taken that was wrong: a receiver that had just been switched on.</summary>
public sealed class PositionDoubts
{
    /// <summary>So many in a row that agree.</summary>
    public const int Enough = 3;

    /// <summary>Over so long: a batch of one moment proves nothing.</summary>
    public static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<UnitName, Doubt> refused = new();

    /// <summary>Takes note of one that cannot follow the last one taken. What was refused before that one was taken, here or by another replica, counts no longer: it was not in a row.</summary>
    /// <returns>Whether it is to be believed rather than that one.</returns>
    public bool Outweigh(UnitName unit, Fix fix, Fix last, DateTimeOffset now)
    {
        var doubt = refused.AddOrUpdate(unit, new Doubt(fix, fix, 1), (_, before) => FixRules.ProblemOf(fix, before.Latest, now) switch
        {
            _ when before.First.At <= last.At => new(fix, fix, 1),
            null => before with { Latest = fix, Count = before.Count + 1 },
            FixProblem.ImpossibleSpeed => new(fix, fix, 1),
            _ => before, // sent again, or older than what is known
        });
        return doubt.Count >= Enough && doubt.Latest.At - doubt.First.At >= LongEnough && refused.TryRemove(unit, out _);
    }

    /// <summary>One that could follow the last one taken: that one stands.</summary>
    public void Clear(UnitName unit) => refused.TryRemove(unit, out _);

    private sealed record Doubt(Fix First, Fix Latest, int Count);
}
