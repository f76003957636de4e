using CsCheck;
using Handhaving.Capacity.Queueing;
using Handhaving.Capacity.Queueing.Hypercubes;
using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Tests.Queueing.Hypercubes;

public sealed class HypercubeTests
{
    [Fact]
    public void All_that_is_served_is_served_by_somebody_and_all_states_sum_to_one() => Gen.Select(Given.Regions(6), Gen.Enum<FullRegion>()).Sample((region, full) =>
    {
        if (Hypercube.Solve(region, full) is not { } solution) return;

        Published.Equal(1, solution.StateProbabilities.Sum() + solution.ProbabilityLine, 1e-10);
        Published.Equal(1, solution.Forecast.Fractions.Sum(unit => unit.Sum()), 1e-10);
        Assert.All(solution.Forecast.Workloads, workload => Assert.InRange(workload, 0, 1));
        Assert.InRange(solution.Forecast.InterResponseFraction, -1e-10, 1);
    });

    [Fact]
    public void What_flows_out_of_a_state_flows_in() => Gen.Select(Given.Regions(5), Gen.Enum<FullRegion>()).Sample((region, full) =>
    {
        if (Hypercube.Solve(region, full) is not { } solution) return;

        var states = solution.StateProbabilities;
        for (var state = 0; state < states.Count - 1; state++) Published.Equal(0, Given.NetFlow(region, states, state), 1e-11 * (region.CallsPerHour + region.CapacityPerHour));
    });

    [Fact]
    public void Equal_units_with_a_line_are_erlang_c_and_do_all_work() => Given.EqualRegions(6).Sample(region =>
    {
        if (Hypercube.Solve(region, FullRegion.CallsWait) is not { } solution) return;

        var load = new TrafficLoad(region.CallsPerHour, 3600 / region.ServicePerHour[0]);
        Published.Equal(load.Erlangs, solution.Forecast.Workloads.Sum(), 1e-9);
        Published.Equal(WaitingLine.Of(load, region.Units).Waiting?.ProbabilityWait ?? 0, solution.Forecast.ProbabilityAllBusy, 1e-9);
    });

    [Fact]
    public void Equal_units_that_lose_calls_are_erlang_b() => Given.EqualRegions(6).Sample(region => Published.Equal(
        ErlangB.ProbabilityAllBusy(new(region.CallsPerHour, 3600 / region.ServicePerHour[0]), region.Units),
        Given.Solved(region, FullRegion.CallsAreLost).Forecast.ProbabilityAllBusy, 1e-9));

    [Fact]
    public void Another_order_of_the_units_is_the_same_order_of_their_workloads() =>
        Given.Regions(5).SelectMany(region => Gen.Shuffle(Enumerable.Range(0, region.Units).ToArray()).Select(order => (region, order))).Sample((region, order) =>
        {
            var atoms = region.Atoms.Select(atom => new AreaAtom(atom.CallsPerHour, [.. atom.Preference.Select(unit => Array.IndexOf(order, unit))]));
            var reordered = new DispatchRegion([.. order.Select(unit => region.ServicePerHour[unit])], [.. atoms]);

            var workloads = Given.Solved(region, FullRegion.CallsAreLost).Forecast.Workloads;

            Published.Equal([.. order.Select(unit => workloads[unit])], Given.Solved(reordered, FullRegion.CallsAreLost).Forecast.Workloads, 1e-10);
        });

    [Fact]
    public void An_atom_without_calls_changes_nothing() => Given.Regions(5).Sample(region => Published.Equal(
        Given.Solved(region, FullRegion.CallsAreLost).StateProbabilities,
        Given.Solved(new(region.ServicePerHour, [.. region.Atoms, new(0, [.. Enumerable.Range(0, region.Units).Reverse()])]), FullRegion.CallsAreLost).StateProbabilities, 1e-12));

    [Fact]
    public void Twelve_units_of_unequal_speed_are_solved_to_the_balance_of_each_state()
    {
        var region = Given.Region(units: 12, atoms: 40, callsPerHour: 18, unit => 1.5 + unit * 0.1);

        var solution = Given.Solved(region, FullRegion.CallsWait);

        Assert.Equal(4096, solution.StateProbabilities.Count);
        Published.Equal(1, solution.Forecast.Fractions.Sum(unit => unit.Sum()), 1e-10);
        for (var state = 0; state < 4095; state++) Published.Equal(0, Given.NetFlow(region, solution.StateProbabilities, state), 1e-12);
    }

    [Fact]
    public void One_unit_fewer_makes_the_others_busier()
    {
        var region = Given.LarsonOdoni();

        var fewer = Given.Solved(region.Without(2), FullRegion.CallsWait).Forecast;

        Assert.True(fewer.ProbabilityAllBusy > Given.Solved(region, FullRegion.CallsWait).Forecast.ProbabilityAllBusy);
        Assert.Equal([[0, 1], [0, 1], [1, 0]], region.Without(2).Atoms.Take(3).Select(atom => atom.Preference));
        Assert.Equal([[0, 1], [1, 0]], region.Without(0).Atoms.Skip(2).Take(2).Select(atom => atom.Preference));
    }

    [Fact]
    public void Calls_that_come_faster_than_all_units_serve_are_unstable_only_when_they_wait()
    {
        var region = new DispatchRegion([1, 1], [new(2, [0, 1])]);

        Assert.Null(Hypercube.Solve(region, FullRegion.CallsWait));
        Assert.NotNull(Hypercube.Solve(region, FullRegion.CallsAreLost));
    }

    [Fact]
    public void Travel_that_is_not_known_has_no_mean_and_an_atom_without_calls_no_share()
    {
        var forecast = Given.Solved(new([1], [new(0.5, [0], [60]), new(0, [0])]), FullRegion.CallsWait).Forecast;

        Assert.Null(forecast.MeanTravelSeconds);
        Assert.Null(forecast.InterResponseOfAtom(1));
        Assert.Equal(0, forecast.InterResponseOfUnit(0));
    }

    [Fact]
    public void Regions_that_are_none_are_refused()
    {
        Refused.By(QueueingRules.Count, () => new DispatchRegion([], [new(1, [])]));
        Refused.By(QueueingRules.Count, () => new DispatchRegion([1], []));
        Refused.By(QueueingRules.Positive, () => new DispatchRegion([0], [new(1, [0])]));
        Refused.By(QueueingRules.Positive, () => new DispatchRegion([1], [new(0, [0])]));
        Refused.By(QueueingRules.NotNegative, () => new DispatchRegion([1], [new(double.NaN, [0])]));
        Refused.By(QueueingRules.NotNegative, () => new DispatchRegion([1], [new(1, [0], [-1])]));
        Refused.By(QueueingRules.Preference, () => new DispatchRegion([1, 1], [new(1, [0])]));
        Refused.By(QueueingRules.Preference, () => new DispatchRegion([1, 1], [new(1, [0, 0])]));
        Refused.By(QueueingRules.TravelPerUnit, () => new DispatchRegion([1, 1], [new(1, [0, 1], [60])]));
        Refused.By(QueueingRules.Count, () => new DispatchRegion([1], [new(1, [0])]).Without(1));
        Refused.By(QueueingRules.Count, () => new DispatchRegion([1], [new(1, [0])]).Without(0));
        Refused.By(QueueingRules.Count, () => Hypercube.Solve(Given.Region(13, 1, 1, _ => 1), FullRegion.CallsWait));
    }
}
