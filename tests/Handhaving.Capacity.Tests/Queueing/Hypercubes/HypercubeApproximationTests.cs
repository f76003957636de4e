using CsCheck;
using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Hypercubes;

namespace Handhaving.Capacity.Tests.Queueing.Hypercubes;

public sealed class HypercubeApproximationTests
{
    [Fact]
    public void Corrections_and_workloads_are_as_larson_prints_and_computes_them()
    {
        var entry = Published.Of("hypercube", "larson-odoni-3-unit-approximation");
        var (published, tolerance) = (entry.GetProperty("expected").GetProperty("published"), entry.Number("tolerance", "published"));

        Published.Equal(published.Numbers("correctionFactorQ"), CorrectionFactor.Of(3, entry.Number("input", "rho")), tolerance);
        Published.Equal(published.Numbers("workloadAfter3Iterations"), HypercubeApproximation.Solve(Given.LarsonOdoni(), rounds: 3)?.Workloads ?? [], tolerance);
        Published.Equal(entry.Numbers("expected", "computed", "workloadFixedPoint"), HypercubeApproximation.Solve(Given.LarsonOdoni())?.Workloads ?? [], entry.Number("tolerance", "computed"));
    }

    [Fact]
    public void The_first_correction_is_one_and_none_overflows() => Gen.Select(Gen.Int[1, 120], Gen.Double[0.001, 0.999]).Sample((units, utilisation) =>
    {
        var corrections = CorrectionFactor.Of(units, utilisation);
        return Math.Abs(corrections[0] - 1) < 1e-9 && corrections.All(double.IsFinite);
    });

    [Fact]
    public void Workloads_sum_to_the_load_and_dispatches_to_one() => Given.EqualRegions(30).Sample(region =>
    {
        if (HypercubeApproximation.Solve(region) is not { } forecast) return;

        Published.Equal(region.CallsPerHour / region.ServicePerHour[0], forecast.Workloads.Sum(), 1e-9);
        Published.Equal(1, forecast.Fractions.Sum(unit => unit.Sum()), 1e-9);
        Assert.All(forecast.Workloads, workload => Assert.InRange(workload, 0, 1));
    });

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(16)]
    public void Ten_units_around_a_ring_are_close_to_exact(double callsPerHour)
    {
        var region = Given.Region(units: 10, atoms: 23, callsPerHour, _ => 2);

        var exact = Hypercube.Solve(region, FullRegion.CallsWait)?.Forecast;
        var approximate = HypercubeApproximation.Solve(region);

        Assert.NotNull(exact);
        Assert.NotNull(approximate);
        Published.Equal(exact.Workloads, approximate.Workloads, 0.02);
        Published.Equal(exact.InterResponseFraction, approximate.InterResponseFraction, 0.02);
        Published.Equal(exact.ProbabilityAllBusy, approximate.ProbabilityAllBusy, 1e-9);
    }

    [Fact]
    public void Two_hundred_units_are_no_more_than_a_longer_sum()
    {
        var forecast = HypercubeApproximation.Solve(Given.Region(units: 200, atoms: 400, callsPerHour: 300, _ => 2));

        Assert.NotNull(forecast);
        Assert.All(forecast.Workloads, workload => Published.Equal(0.75, workload, 0.03));
    }

    [Theory]
    [InlineData(50, 0.95)]
    [InlineData(120, 0.75)]
    [InlineData(120, 0.01)]
    public void Seven_calls_in_ten_from_one_atom_settle_and_make_nobody_busier_than_always(int units, double utilisation)
    {
        var even = Given.Region(units, 2 * units, 2 * units * utilisation, _ => 2);
        var skewed = new DispatchRegion(even.ServicePerHour, [.. even.Atoms.Select((atom, place) => atom with { CallsPerHour = even.CallsPerHour * (place == 0 ? 0.7 : 0.3 / (2 * units - 1)) })]);

        var (settled, later) = (HypercubeApproximation.Solve(skewed, rounds: 1_000), HypercubeApproximation.Solve(skewed, rounds: 1_001));

        Assert.NotNull(settled);
        Published.Equal(settled.Workloads, later?.Workloads ?? [], 1e-8);
        Published.Equal(units * utilisation, settled.Workloads.Sum(), 1e-6);
        Assert.All(settled.Workloads, workload => Assert.InRange(workload, 0, 1));
    }

    [Fact]
    public void Calls_that_come_faster_than_all_units_serve_are_unstable() => Assert.Null(HypercubeApproximation.Solve(new([1, 1], [new(2, [0, 1])])));

    [Fact]
    public void Units_of_unequal_speed_and_shares_that_are_none_are_refused()
    {
        Refused.By(QueueingRules.EqualService, () => HypercubeApproximation.Solve(new([1, 2], [new(1, [0, 1])])));
        Refused.By(QueueingRules.Count, () => CorrectionFactor.Of(0, 0.5));
        Refused.By(QueueingRules.Share, () => CorrectionFactor.Of(3, 1));
    }
}
