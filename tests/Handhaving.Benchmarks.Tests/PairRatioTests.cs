using Handhaving.Benchmarks.Measuring;

namespace Handhaving.Benchmarks.Tests;

public sealed class PairRatioTests
{
    [Fact]
    public void The_ratio_is_the_median_over_pairs_each_judged_against_the_runs_around_it()
    {
        var ratio = PairRatio.Of([100, 110, 100, 110], [50, 42, 35]);

        Assert.Equal(new PairRatio(2.5, 3, 0), ratio);
    }

    [Fact]
    public void A_pair_between_two_unsteady_runs_is_dropped()
    {
        var ratio = PairRatio.Of([100, 100, 150], [50, 50]);

        Assert.Equal(new PairRatio(2, 1, 1), ratio);
    }

    [Fact]
    public void Without_a_steady_pair_there_is_no_ratio() => Assert.Equal(new PairRatio(null, 0, 1), PairRatio.Of([100, 200], [50]));

    [Fact]
    public void Ours_runs_before_and_after_each_peer() => Assert.Throws<ArgumentException>(() => PairRatio.Of([100], [50]));

    [Fact]
    public async Task Runs_take_turns_and_ours_is_first_and_last()
    {
        List<string> order = [];
        Contender Named(string name) => new(name, (_, _) =>
        {
            order.Add(name);
            return Task.FromResult(new Sample(10, TimeSpan.FromSeconds(1), [], []));
        });

        var rounds = await Interleaving.RunAsync(Named("a"), [Named("b"), Named("c")], pairs: 2, TimeSpan.Zero, TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Equal("abc" + "a" + "bca" + "bca", string.Concat(order));
        Assert.Equal(new PairRatio(1, 2, 0), rounds.Ratio(peer: 1, sample => sample.PerSecond));
    }
}
