using CsCheck;
using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Loads;
using Handhaving.Capacity.Queueing.Priorities;

namespace Handhaving.Capacity.Tests.Queueing.Priorities;

public sealed class PriorityLineTests
{
    private static readonly Gen<(PriorityLoad Load, int Units)> Stable = Gen.Select(Gen.Double[0.01, 5].Array[1, 6], Gen.Double[60, 3600], Gen.Int[1, 5])
        .Select((arrivals, seconds, spare) => new PriorityLoad(arrivals, seconds)).Select(load => (load, (int)load.Total.Erlangs + 1));

    [Theory]
    [InlineData("three-classes-one-server-non-preemptive")]
    [InlineData("three-classes-one-server-preemptive-resume")]
    public void Three_priorities_wait_as_in_the_textbook(string id)
    {
        var entry = Published.Of("cobham", id);
        var input = entry.GetProperty("input");
        var load = new PriorityLoad(input.Numbers("lambdaByPriority"), 3600 / input.Number("mu"));

        var waits = input.GetProperty("discipline").GetString() is "preemptive-resume" ? PriorityLine.PreemptiveResume(load) : PriorityLine.NonPreemptive(load, (int)input.Number("servers"));

        Published.Equal(entry.Numbers("expected", "meanWaitInQueue"), [.. waits.Select(wait => Seconds(wait) / 3600)], entry.Number("tolerance"));
    }

    [Fact]
    public void One_priority_waits_as_erlang_c() => WaitingLineStable.Sample((load, units) =>
        Math.Abs(Seconds(PriorityLine.NonPreemptive(new([load.ArrivalsPerHour], load.MeanServiceSeconds), units)[0]) - WaitOf(load, units)) < 1e-6 * (1 + WaitOf(load, units)));

    [Fact]
    public void A_lower_priority_waits_longer_and_all_together_wait_as_one_line() => Stable.Sample(sample =>
    {
        var (load, units) = sample;
        var waits = PriorityLine.NonPreemptive(load, units).Select(Seconds).ToList();
        var together = load.ArrivalsPerHour.Zip(waits, (arrivals, wait) => arrivals * wait).Sum();
        var expected = load.Total.ArrivalsPerHour * WaitOf(load.Total, units);
        return waits.Zip(waits.Skip(1), (high, low) => high <= low).All(holds => holds) && Math.Abs(together - expected) < 1e-6 * (1 + expected);
    });

    [Fact]
    public void With_interruption_the_first_priority_knows_nothing_of_the_lower() => Gen.Double[0, 2.9].Sample(lower =>
        PriorityLine.PreemptiveResume(new([1, lower, lower], 1200))[0] == PriorityLine.PreemptiveResume(new([1], 1200))[0]);

    [Fact]
    public void Over_capacity_no_formula_holds_and_the_lowest_is_unstable() => Assert.Equal(
        [PriorityWaitOutcome.UnstableBelow, PriorityWaitOutcome.Unstable, PriorityWaitOutcome.Unstable],
        PriorityLine.NonPreemptive(new([1, 1, 0.5], 3600), 2).Select(wait => wait.Outcome));

    [Fact]
    public void With_interruption_only_what_is_over_capacity_is_unstable() => Assert.Equal(
        [PriorityWaitOutcome.Known, PriorityWaitOutcome.Unstable],
        PriorityLine.PreemptiveResume(new([0.5, 0.5], 3600)).Select(wait => wait.Outcome));

    [Fact]
    public void Loads_that_are_none_are_refused()
    {
        Refused.By(QueueingRules.Count, () => new PriorityLoad([], 60));
        Refused.By(QueueingRules.NotNegative, () => new PriorityLoad([1, -1], 60));
        Refused.By(QueueingRules.Positive, () => new PriorityLoad([1], 0));
        Refused.By(QueueingRules.Count, () => PriorityLine.NonPreemptive(new([1], 60), 0));
    }

    private static readonly Gen<(TrafficLoad, int)> WaitingLineStable = Loads.WaitingLineTests.Loads.Select(load => (load, (int)load.Erlangs + 1));

    private static double Seconds(PriorityWait wait) => wait.MeanWaitSeconds ?? throw new InvalidOperationException($"{wait.Outcome}");

    private static double WaitOf(TrafficLoad load, int units) => WaitingLine.Of(load, units).Waiting?.MeanWaitSeconds ?? throw new InvalidOperationException("unstable");
}
