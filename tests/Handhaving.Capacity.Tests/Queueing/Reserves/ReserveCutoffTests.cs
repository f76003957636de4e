using CsCheck;
using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;
using Handhaving.Capacity.Queueing.Reserves;

namespace Handhaving.Capacity.Tests.Queueing.Reserves;

public sealed class ReserveCutoffTests
{
    private static readonly Gen<(double High, double Low, int Units)> Cases = Gen.Select(Gen.Double[0, 4], Gen.Double[0.01, 4], Gen.Int[1, 12]);

    [Fact]
    public void Without_a_reserve_it_is_the_priority_line_of_cobham() => Cases.Sample(sample =>
    {
        var (high, low, units) = sample;
        if (high + low >= units * 0.999) return;

        var measures = ReserveCutoff.Of(new(high, 3600), low, units, 0);
        var waits = PriorityLine.NonPreemptive(new([high, low], 3600), units);

        Assert.NotNull(measures);
        Published.Equal(1, measures.High.MeanWaitSeconds / (waits[0].MeanWaitSeconds ?? 0), 1e-6);
        Published.Equal(1, measures.Low.MeanWaitSeconds / (waits[1].MeanWaitSeconds ?? 0), 1e-6);
    });

    [Fact]
    public void A_larger_reserve_lets_high_priority_wait_less_and_low_priority_more() => Cases.Sample(sample =>
    {
        var (high, low, units) = sample;
        ReserveMeasures? before = null;
        for (var reserve = 0; reserve < units && ReserveCutoff.Of(new(high, 3600), low, units, reserve) is { } measures; reserve++)
        {
            if (before is not null)
            {
                Assert.True(measures.High.MeanWaitSeconds <= before.High.MeanWaitSeconds * (1 + 1e-9));
                Assert.True(measures.Low.MeanWaitSeconds >= before.Low.MeanWaitSeconds * (1 - 1e-9));
            }
            before = measures;
        }
    });

    [Theory]
    [InlineData(1.0, 0.6, 3, 1)]
    [InlineData(0.8, 0.4, 3, 2)]
    [InlineData(0.4, 1.0, 2, 0)]
    public void The_waits_are_those_of_the_whole_markov_chain(double high, double low, int units, int reserve)
    {
        var chain = CutoffChain.Solve(high, low, units, reserve);

        var measures = ReserveCutoff.Of(new(high, 3600), low, units, reserve);

        Assert.NotNull(measures);
        Published.Equal(chain.HighWaiting / high, measures.High.MeanWaitSeconds / 3600, 1e-5);
        Published.Equal(chain.LowWaiting / low, measures.Low.MeanWaitSeconds / 3600, 1e-5);
        Published.Equal(chain.AllBusy, measures.High.ProbabilityWait, 1e-6);
        Published.Equal(chain.Closed, measures.Low.ProbabilityWait, 1e-6);
    }

    [Fact]
    public void Too_much_work_for_what_the_reserve_leaves_is_unstable()
    {
        Assert.Null(ReserveCutoff.Of(new(0.1, 3600), 1.1, units: 3, reserve: 2));
        Assert.Null(ReserveCutoff.Of(new(3, 3600), 0, units: 3, reserve: 0));
    }

    [Fact]
    public void The_largest_pool_under_the_largest_load_still_has_numbers()
    {
        var measures = ReserveCutoff.Of(new(199.999, 3600), 0, units: 200, reserve: 199);

        Assert.NotNull(measures);
        Assert.Equal(WaitingLine.Of(new(199.999, 3600), 200).Waiting?.ProbabilityWait ?? 0, measures.High.ProbabilityWait, 9);
        Assert.True(double.IsFinite(measures.Low.MeanWaitSeconds));
    }

    [Fact]
    public void Numbers_that_are_none_are_refused()
    {
        Refused.By(QueueingRules.Count, () => ReserveCutoff.Of(new(1, 60), 1, units: 3, reserve: 3));
        Refused.By(QueueingRules.Count, () => ReserveCutoff.Of(new(1, 60), 1, units: 0, reserve: 0));
        Refused.By(QueueingRules.Count, () => ReserveCutoff.Of(new(1, 60), 1, units: 201, reserve: 0));
        Refused.By(QueueingRules.NotNegative, () => ReserveCutoff.Of(new(1, 60), double.NaN, units: 3, reserve: 1));
    }
}
