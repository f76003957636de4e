using Handhaving.Capacity.Queueing.Hypercubes;

namespace Handhaving.Capacity.Tests.Queueing.Hypercubes;

public sealed class HypercubePublishedTests
{
    [Fact]
    public void Three_units_with_a_waiting_line_are_as_larson_and_odoni_print_and_compute_them()
    {
        var entry = Published.Of("hypercube", "larson-odoni-3-unit");
        var (published, computed) = (entry.GetProperty("expected").GetProperty("published"), entry.GetProperty("expected").GetProperty("computed"));

        var solution = Given.Solved(Given.LarsonOdoni(), FullRegion.CallsWait);

        foreach (var (expected, tolerance) in new[] { (published, entry.Number("tolerance", "published")), (computed, entry.Number("tolerance", "computed")) })
        {
            Published.Equal(expected.Numbers("workload"), solution.Forecast.Workloads, tolerance);
            Published.Equal(expected.Number("interResponseFraction"), solution.Forecast.InterResponseFraction, tolerance);
            Published.Equal(expected.Number("fractionDispatchUnit1Atom1"), solution.Forecast.Fractions[0][0], tolerance);
        }
        Published.Equal(published.Number("probabilityAllBusyOrQueue"), solution.Forecast.ProbabilityAllBusy, entry.Number("tolerance", "published"));
        Published.Equal(computed.Numbers("stateProbability"), solution.StateProbabilities, entry.Number("tolerance", "computed"));
        Published.Equal(computed.Number("probabilityQueue"), solution.ProbabilityLine, entry.Number("tolerance", "computed"));
    }

    [Fact]
    public void Three_units_that_lose_calls_are_as_computed()
    {
        var entry = Published.Of("hypercube", "larson-odoni-3-unit-no-queue");
        var (expected, tolerance) = (entry.GetProperty("expected").GetProperty("computed"), entry.Number("tolerance", "computed"));

        var solution = Given.Solved(Given.LarsonOdoni(), FullRegion.CallsAreLost);

        Published.Equal(expected.Number("probability000"), solution.StateProbabilities[0], tolerance);
        Published.Equal(expected.Number("probability111"), solution.StateProbabilities[7], tolerance);
        Published.Equal(expected.Numbers("workload"), solution.Forecast.Workloads, tolerance);
        Published.Equal(expected.Number("interResponseFraction"), solution.Forecast.InterResponseFraction, tolerance);
        Assert.Equal(0, solution.ProbabilityLine);
    }

    [Fact]
    public void Two_units_answer_and_travel_as_in_the_quiz()
    {
        var entry = Published.Of("hypercube", "mit-two-unit");
        var (input, expected, tolerance) = (entry.GetProperty("input"), entry.GetProperty("expected").GetProperty("exact"), entry.Number("tolerance", "exact"));
        var (own, other) = (input.Number("travelMiles", "ownArea"), input.Number("travelMiles", "otherArea"));
        var region = new DispatchRegion([2, 2], [new(1, [0, 1], [own, other]), new(1, [1, 0], [other, own])]);

        var solution = Given.Solved(region, FullRegion.CallsAreLost);

        var states = expected.GetProperty("stateProbability");
        Published.Equal([states.Number("00"), states.Number("01"), states.Number("10"), states.Number("11")], solution.StateProbabilities, tolerance);
        Published.Equal(expected.Numbers("workload"), solution.Forecast.Workloads, tolerance);
        Published.Equal([expected.Number("f", "f11"), expected.Number("f", "f12")], solution.Forecast.Fractions[0], tolerance);
        Published.Equal([expected.Number("f", "f21"), expected.Number("f", "f22")], solution.Forecast.Fractions[1], tolerance);
        Published.Equal(expected.Number("meanTravelMiles"), solution.Forecast.MeanTravelSeconds ?? 0, tolerance);
        Published.Equal(0.25, solution.Forecast.InterResponseOfAtom(0) ?? 0, tolerance);
        Published.Equal(0.25, solution.Forecast.InterResponseOfUnit(1) ?? 0, tolerance);
    }
}
