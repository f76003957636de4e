using CsCheck;
using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Tests.Queueing.Loads;

public sealed class WaitingLineTests
{
    internal static readonly Gen<TrafficLoad> Loads = Gen.Select(Gen.Double[0, 300], Gen.Double[1, 3600]).Select((arrivals, seconds) => new TrafficLoad(arrivals, seconds));

    [Fact]
    public void A_call_centre_of_55_waits_as_published()
    {
        var entry = Published.Of("erlangC", "call-centre-55");
        var (input, expected, tolerance) = (entry.GetProperty("input"), entry.GetProperty("expected"), entry.GetProperty("tolerance"));
        var load = new TrafficLoad(input.Number("calls") / input.Number("periodMinutes") * 60, input.Number("serviceSeconds"));

        var line = WaitingLine.Of(load, (int)input.Number("servers"));

        Assert.Equal(expected.Number("offeredLoad"), load.Erlangs, 12);
        Assert.NotNull(line.Waiting);
        Published.Equal(expected.Number("probabilityWait"), line.Waiting.ProbabilityWait, tolerance.Number("probabilityWait"));
        Published.Equal(expected.Number("meanWaitSeconds"), line.Waiting.MeanWaitSeconds, tolerance.Number("meanWaitSeconds"));
        Published.Equal(expected.Number("withinThreshold"), line.Waiting.ShareWithin(input.Number("thresholdSeconds")), tolerance.Number("withinThreshold"));
    }

    [Fact]
    public void Three_units_wait_and_idle_as_in_the_textbook()
    {
        var entry = Published.Of("erlangC", "mm3");
        var (input, expected) = (entry.GetProperty("input"), entry.GetProperty("expected"));
        var load = new TrafficLoad(input.Number("lambdaPerHour"), 3600 / input.Number("muPerHour"));

        var waiting = WaitingLine.Of(load, 3).Waiting;

        Assert.NotNull(waiting);
        Published.Equal(expected.Number("lq"), waiting.MeanLineLength, 1e-12);
        Published.Equal(expected.Number("wqMinutes"), waiting.MeanWaitSeconds / 60, entry.Number("tolerance", "wqMinutes"));
        Published.Equal(expected.Number("p0"), BusyUnits.Distribution(load, 3)?[0] ?? 0, 1e-12);
    }

    [Fact]
    public void The_table_of_waits_is_met()
    {
        var entry = Published.Of("erlangC", "table");
        Assert.All(entry.GetProperty("rows").EnumerateArray().Select(row => row.Numbers()), row =>
        {
            var waiting = WaitingLine.Of(new TrafficLoad(row[0], 3600), (int)row[1]).Waiting;

            Assert.NotNull(waiting);
            Published.Equal(row[2], waiting.ProbabilityWait, entry.Number("tolerance"));
            Published.Equal(row[3], waiting.MeanLineLength, entry.Number("tolerance"));
        });
    }

    [Fact]
    public void Waiting_is_likelier_than_losing_and_one_unit_waits_as_it_is_used() => Loads.Sample(load =>
    {
        var units = (int)load.Erlangs + 1;
        var waiting = WaitingLine.Of(load, units).Waiting;
        return waiting is not null && waiting.ProbabilityWait >= ErlangB.ProbabilityAllBusy(load, units) && waiting.ProbabilityWait <= 1
            && (load.Erlangs >= 1 || Math.Abs(waiting.ProbabilityWait - load.Erlangs) < 1e-12);
    });

    [Fact]
    public void Losing_falls_with_each_unit_and_rises_with_the_load() => Gen.Select(Loads, Gen.Int[1, 400]).Sample((load, units) =>
        ErlangB.ProbabilityAllBusy(load, units) <= ErlangB.ProbabilityAllBusy(load, units - 1)
        && ErlangB.ProbabilityAllBusy(new(load.ArrivalsPerHour * 1.1, load.MeanServiceSeconds), units) >= ErlangB.ProbabilityAllBusy(load, units));

    [Fact]
    public void A_load_at_or_over_the_units_is_unstable_and_has_no_wait() => Gen.Select(Gen.Int[1, 50], Gen.Double[0, 10]).Sample((units, more) =>
    {
        var load = new TrafficLoad(units + more, 3600);
        return !WaitingLine.Of(load, units).IsStable && BusyUnits.Distribution(load, units) is null;
    });

    [Fact]
    public void A_very_large_pool_neither_overflows_nor_loses_its_digits()
    {
        var waiting = WaitingLine.Of(new TrafficLoad(99_000, 3600), 99_900).Waiting;

        Assert.NotNull(waiting);
        Assert.InRange(waiting.ProbabilityWait, 1e-6, 0.01);
        Assert.Equal(waiting.ProbabilityWait, BusyUnits.Distribution(new TrafficLoad(99_000, 3600), 99_900)?[^1] ?? 0, 9);
    }

    [Fact]
    public void Busy_units_sum_to_one_their_mean_is_the_load_and_the_last_is_the_chance_to_wait() => Gen.Select(Loads, Gen.Int[1, 20]).Sample((load, spare) =>
    {
        var units = (int)load.Erlangs + spare;
        var busy = BusyUnits.Distribution(load, units);
        return busy is not null && Math.Abs(busy.Sum() - 1) < 1e-9 && Math.Abs(busy.Select((chance, count) => chance * count).Sum() - load.Erlangs) < 1e-6
            && Math.Abs(busy[^1] - (WaitingLine.Of(load, units).Waiting?.ProbabilityWait ?? 0)) < 1e-9;
    });

    [Fact]
    public void A_quiet_hour_waits_for_nobody() => Assert.Equal(new WaitMeasures(0, 0, 0, 1800), WaitingLine.Of(new TrafficLoad(0, 1800), 1).Waiting);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1)]
    public void A_number_that_is_none_is_refused(double number)
    {
        Refused.By(QueueingRules.NotNegative, () => new TrafficLoad(number, 60));
        Refused.By(QueueingRules.Positive, () => new TrafficLoad(1, number));
        Refused.By(QueueingRules.NotNegative, () => new ServiceTarget(number, 0.9));
        Refused.By(QueueingRules.Share, () => new ServiceTarget(60, number));
        Refused.By(QueueingRules.Share, () => SquareRootStaffing.BetaFor(number));
        Refused.By(QueueingRules.Availability, () => new EffectiveUnits(3, number));
        Refused.By(QueueingRules.NotNegative, () => WaitingLine.Of(new TrafficLoad(1, 60), 1).Waiting?.ShareWithin(number));
    }

    [Fact]
    public void A_count_out_of_range_is_refused()
    {
        Refused.By(QueueingRules.Count, () => WaitingLine.Of(new TrafficLoad(1, 60), 0));
        Refused.By(QueueingRules.Count, () => ErlangB.ProbabilityAllBusy(new TrafficLoad(1, 60), -1));
        Refused.By(QueueingRules.Count, () => BusyUnits.Distribution(new TrafficLoad(1, 60), 200_001));
        Refused.By(QueueingRules.Count, () => new TrafficLoad(1e9, 3600));
        Refused.By(QueueingRules.Count, () => new EffectiveUnits(-1, 0.5));
    }
}
