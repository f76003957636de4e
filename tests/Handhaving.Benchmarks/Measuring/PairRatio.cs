namespace Handhaving.Benchmarks.Measuring;

/// <summary>Median of the ratios of pairs; a pair between two runs of ours that differ too much says nothing and is dropped.</summary>
/// <param name="Value">Null when no pair was steady.</param>
internal sealed record PairRatio(double? Value, int Kept, int Dropped)
{
    /// <summary>How far the two runs of ours around a peer's run may lie apart, as a part of their mean.</summary>
    public const double LargestSpread = 0.15;

    /// <summary>On how many pairs it rests, for a reader.</summary>
    public string Text => $"{Kept} pairs, {Dropped} dropped as unsteady";

    /// <param name="ours">One figure more than of the peer: ours was run before and after each of its runs.</param>
    public static PairRatio Of(IReadOnlyList<double> ours, IReadOnlyList<double> peer)
    {
        if (ours.Count != peer.Count + 1) throw new ArgumentException("Ours runs before and after each run of its peer.", nameof(ours));
        List<double> ratios = [];
        for (var pair = 0; pair < peer.Count; pair++)
        {
            var mean = (ours[pair] + ours[pair + 1]) / 2;
            if (Math.Abs(ours[pair] - ours[pair + 1]) <= LargestSpread * mean && peer[pair] > 0) ratios.Add(mean / peer[pair]);
        }
        return new(ratios.Count > 0 ? Statistics.Median(ratios) : null, ratios.Count, peer.Count - ratios.Count);
    }
}
