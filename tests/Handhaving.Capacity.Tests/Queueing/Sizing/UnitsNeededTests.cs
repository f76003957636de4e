using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Priorities;
using Handhaving.Capacity.Queueing.Sizing;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.Queueing.Sizing;

public sealed class UnitsNeededTests
{
    [Fact]
    public void The_fewest_units_do_and_one_fewer_does_not_and_more_work_never_needs_fewer()
    {
        var chance = new Random(5);
        for (var trial = 0; trial < 200; trial++)
        {
            var (calls, availability) = (chance.NextDouble() * 40, 0.5 + chance.NextDouble() / 2);
            var asked = Asked(share: 0.5 + chance.NextDouble() * 0.49, availability: availability, limits: [null, 60 + chance.NextDouble() * 600]);

            var (needed, more) = (UnitsNeeded.Of(Load(calls), asked), UnitsNeeded.Of(Load(calls + 5), asked));

            Assert.True(asked.IsMetBy(needed.Measured) && (needed.OneFewer is null || !asked.IsMetBy(needed.OneFewer)));
            Assert.True(more.Measured.Units >= needed.Measured.Units);
            Assert.True(needed.Planned * availability >= needed.Measured.Units - 1e-9 && (needed.Planned - 1) * availability < needed.Measured.Units);
            Assert.InRange(UnitsNeeded.PatrolShare(Load(calls), needed.Planned, availability), 0, availability);
        }
    }

    [Fact]
    public void A_reserve_is_kept_for_somebody_and_leaves_the_others_units()
    {
        Assert.Equal(QueueingRules.ReserveOfSomebody, Assert.Throws<RuleBroken>(() => Asked(reserve: new(2, 0))).Rule);

        var needed = UnitsNeeded.Of(Load(8), Asked(reserve: new(6, 1)));

        Assert.True(needed.Measured.Units > 6 && needed.Measured.Reserve?.High.MeanWaitSeconds < needed.Measured.Reserve?.Low.MeanWaitSeconds);
    }

    [Fact]
    public void More_work_than_all_units_can_do_is_refused_and_so_is_a_wait_that_none_give()
    {
        Assert.Equal(QueueingRules.Stable, Assert.Throws<RuleBroken>(() => UnitsNeeded.Of(Load(4_000), Asked())).Rule);
        Assert.Equal(QueueingRules.InReach, Assert.Throws<RuleBroken>(() => UnitsNeeded.Of(Load(1_985), Asked(limits: [0.0001]))).Rule);
    }

    // A quarter of an hour a call, half of them urgent.
    private static PriorityLoad Load(double calls) => new([calls / 2, calls / 2], 900);

    private static UnitsAsked Asked(double share = 0.9, double availability = 1, UnitReserve reserve = default, params double?[] limits) => new(new(120, share), limits, reserve, availability);
}
