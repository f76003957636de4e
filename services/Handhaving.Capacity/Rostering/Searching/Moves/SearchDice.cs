namespace Handhaving.Capacity.Rostering.Searching.Moves;

/// <summary>Chance that a seed fixes on every machine and runtime: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal sealed class SearchDice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0 up to, not with, <paramref name="below"/>.</summary>
    public int Below(int below)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
    }

    /// <summary>The numbers below <paramref name="count"/> in a random order.</summary>
    public int[] Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var at = count - 1; at > 0; at--)
        {
            var other = Below(at + 1);
            (order[at], order[other]) = (order[other], order[at]);
        }
        return order;
    }
}
