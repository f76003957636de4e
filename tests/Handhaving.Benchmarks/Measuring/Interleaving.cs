namespace Handhaving.Benchmarks.Measuring;

/// <summary>Runs ours and its peers in turn, ours first and last: A B C A B C A. Each peer's run is judged against the two of ours around it.</summary>
internal static class Interleaving
{
    /// <param name="pairs">Runs of each peer.</param>
    public static async Task<Rounds> RunAsync(Contender ours, IReadOnlyList<Contender> peers, int pairs, TimeSpan leg, TimeSpan warm, CancellationToken cancellation)
    {
        foreach (var contender in peers.Prepend(ours)) await contender.RunAsync(warm, cancellation);
        List<Sample> own = [await ours.RunAsync(leg, cancellation)];
        var others = peers.Select(_ => new List<Sample>()).ToList();
        for (var pair = 0; pair < pairs; pair++)
        {
            for (var peer = 0; peer < peers.Count; peer++) others[peer].Add(await peers[peer].RunAsync(leg, cancellation));
            own.Add(await ours.RunAsync(leg, cancellation));
        }
        return new(own, others);
    }
}

/// <summary>All runs of one comparison, in the order they were made.</summary>
/// <param name="Ours">One more than each peer has.</param>
internal sealed record Rounds(IReadOnlyList<Sample> Ours, IReadOnlyList<IReadOnlyList<Sample>> Peers)
{
    /// <summary>Ours against one peer by a figure of a run.</summary>
    public PairRatio Ratio(int peer, Func<Sample, double> figure) => PairRatio.Of([.. Ours.Select(figure)], [.. Peers[peer].Select(figure)]);
}
