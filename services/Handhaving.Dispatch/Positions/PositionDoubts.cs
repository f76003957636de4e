using System.Collections.Concurrent;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Positions;

/// <summary>Positions that were refused as impossible after the last one taken. When several in a row could follow each other, it was the last one taken that was wrong: a receiver that had just been switched on.</summary>
public sealed class PositionDoubts
{
    /// <summary>So many in a row that agree.</summary>
    public const int Enough = 3;

    private readonly ConcurrentDictionary<UnitName, (Fix Latest, int Count)> refused = new();

    /// <summary>Takes note of one that cannot follow the last one taken.</summary>
    /// <returns>Whether it is to be believed rather than that one.</returns>
    public bool Outweigh(UnitName unit, Fix fix, DateTimeOffset now)
    {
        var doubt = refused.AddOrUpdate(unit, (fix, 1), (_, before) => FixRules.ProblemOf(fix, before.Latest, now) switch
        {
            null => (fix, before.Count + 1),
            FixProblem.ImpossibleSpeed => (fix, 1),
            _ => before, // sent again, or older than what is known
        });
        return doubt.Count >= Enough && refused.TryRemove(unit, out _);
    }

    /// <summary>One that could follow the last one taken: that one stands.</summary>
    public void Clear(UnitName unit) => refused.TryRemove(unit, out _);
}
