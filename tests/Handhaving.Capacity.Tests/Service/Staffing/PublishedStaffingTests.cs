using System.Text.Json;
using Handhaving.Capacity.Tests.Queueing;

namespace Handhaving.Capacity.Tests.Service.Staffing;

/// <summary>Published figures over the real door.</summary>
public sealed class PublishedStaffingTests(CapacityRegion region)
{
    [Fact]
    public async Task The_call_centre_of_fifty_five()
    {
        var published = Published.Of("erlangC", "call-centre-55");
        var hour = await SizeAsync([published.Number("input", "calls") * 60 / published.Number("input", "periodMinutes")], published.Number("input", "serviceSeconds"), planned: 55);

        Published.Equal(published.Number("expected", "offeredLoad"), hour.Erlangs, 1e-9);
        Published.Equal(published.Number("expected", "probabilityWait"), hour.Planned.ProbabilityWait, published.Number("tolerance", "probabilityWait"));
        Published.Equal(published.Number("expected", "meanWaitSeconds"), hour.Planned.MeanWaitSeconds, published.Number("tolerance", "meanWaitSeconds"));
        Published.Equal(published.Number("expected", "withinThreshold"), hour.Planned.ShareWithin, published.Number("tolerance", "withinThreshold"));
        Assert.Equal((55, true, true), (hour.Needed.Units, hour.Needed.ShareWithin >= 0.84, hour.OneFewer.ShareWithin < 0.84));
        Published.Equal(7 / 55.0, hour.PlannedPatrolShare, 1e-9);
    }

    [Fact]
    public async Task The_table_of_loads_and_servers()
    {
        var table = Published.Of("erlangC", "table");
        foreach (var row in table.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetDouble()).ToArray()))
        {
            var hour = await SizeAsync([row[0]], 3600, planned: (int)row[1]);
            Published.Equal(row[2], hour.Planned.ProbabilityWait, 1e-6);
            Published.Equal(row[3], hour.Planned.MeanWaitSeconds / 3600 * row[0], 1e-5);
        }
    }

    [Fact]
    public async Task Three_priorities_and_one_server()
    {
        var published = Published.Of("cobham", "three-classes-one-server-non-preemptive");
        var hour = await SizeAsync(published.Numbers("input", "lambdaByPriority"), 3600 / published.Number("input", "mu"), planned: 1);

        Published.Equal(published.Numbers("expected", "meanWaitInQueue"), [.. hour.Planned.Waits.Select(wait => wait.MeanSeconds / 3600)], 1e-6);
    }

    [Theory]
    [InlineData(V1.HypercubeModel.Unspecified)]
    [InlineData(V1.HypercubeModel.Exact)]
    public async Task Larson_and_odonis_three_units_with_a_queue(V1.HypercubeModel model)
    {
        var published = Published.Of("hypercube", "larson-odoni-3-unit");
        var answer = await AnalyseAsync(published, V1.FullRegion.CallsWait, model);

        Published.Equal(published.Numbers("expected", "computed", "workload"), [.. answer.Units.Select(unit => unit.Workload)], 5e-6);
        Published.Equal(published.Number("expected", "published", "probabilityAllBusyOrQueue"), answer.ProbabilityAllBusy, 0.0005);
        Published.Equal(published.Number("expected", "computed", "interResponseFraction"), answer.InterResponseShare, 5e-6);
        Published.Equal(published.Number("expected", "computed", "fractionDispatchUnit1Atom1"), answer.Atoms[0].DispatchShares[0], 5e-6);
        Published.Equal(0.23684 / 1.5 * 3600, answer.MeanWaitSeconds, 0.5); // M/M/3 with a = 1.5: Wq = C / (c mu - lambda)
        Assert.Equal(1, answer.Atoms.Sum(atom => atom.DispatchShares.Sum()), 9);
    }

    [Fact]
    public async Task Larson_and_odonis_three_units_without_a_queue()
    {
        var published = Published.Of("hypercube", "larson-odoni-3-unit-no-queue");
        var answer = await AnalyseAsync(Published.Of("hypercube", "larson-odoni-3-unit"), V1.FullRegion.CallsAreLost, V1.HypercubeModel.Unspecified);

        Published.Equal(published.Numbers("expected", "computed", "workload"), [.. answer.Units.Select(unit => unit.Workload)], 5e-6);
        Published.Equal(published.Number("expected", "computed", "probability111"), answer.ProbabilityAllBusy, 5e-6);
        Published.Equal(published.Number("expected", "computed", "interResponseFraction"), answer.InterResponseShare, 5e-6);
        Assert.Equal(0, answer.MeanWaitSeconds);
    }

    [Fact]
    public async Task Larsons_approximation_of_the_same_three_units()
    {
        var published = Published.Of("hypercube", "larson-odoni-3-unit-approximation");
        var answer = await AnalyseAsync(Published.Of("hypercube", "larson-odoni-3-unit"), V1.FullRegion.CallsWait, V1.HypercubeModel.Approximation);

        Published.Equal(published.Numbers("expected", "computed", "workloadFixedPoint"), [.. answer.Units.Select(unit => unit.Workload)], 0.0002);
    }

    [Fact]
    public async Task Two_units_of_the_mit_quiz_with_travel_by_shares_of_all_calls()
    {
        var planner = Person.Planner(region);
        var answer = (await planner.Staffing.AnalyseRegionAsync(new()
        {
            Parent = Asked.Beek, CallsPerHour = 2, FullRegion = V1.FullRegion.CallsAreLost, MeanServiceSeconds = { 1800, 1800 },
            Atoms = { new V1.RegionAtom { Area = "a", Share = 0.5, TravelSeconds = { 40, 80 } }, new V1.RegionAtom { Area = "b", Share = 0.5, TravelSeconds = { 80, 40 } } },
        }, planner.Call)).Measures;

        Published.Equal([0.4, 0.4], [.. answer.Units.Select(unit => unit.Workload)], 1e-9);
        Published.Equal([3 / 8.0, 1 / 8.0], answer.Atoms[0].DispatchShares, 1e-9);
        Published.Equal(50, answer.MeanTravelSeconds, 1e-9); // 5/6 mile, a mile in a minute
        Published.Equal(50, answer.MeanResponseSeconds, 1e-9);
    }

    private async Task<V1.StaffingHour> SizeAsync(double[] arrivals, double service, int planned)
    {
        var planner = Person.Planner(region);
        return Assert.Single((await planner.Staffing.SizeUnitsAsync(new() { Parent = Asked.Beek, Load = new() { ArrivalsPerHour = { arrivals }, MeanServiceSeconds = service }, MaximumWaitSeconds = 15, Share = 0.84, PlannedUnits = planned }, planner.Call)).Hours);
    }

    private async Task<V1.RegionMeasures> AnalyseAsync(JsonElement published, V1.FullRegion full, V1.HypercubeModel model)
    {
        var planner = Person.Planner(region);
        var preferences = published.GetProperty("input").GetProperty("preferences").EnumerateArray().Select(order => order.EnumerateArray().Select(unit => unit.GetInt32()).ToArray());
        return (await planner.Staffing.AnalyseRegionAsync(new()
        {
            Parent = Asked.Beek, FullRegion = full, Model = model, MeanServiceSeconds = { 3600, 3600, 3600 },
            Atoms = { published.Numbers("input", "atomRates").Zip(preferences).Select((atom, place) => new V1.RegionAtom { Area = $"{place}", CallsPerHour = atom.First, Preference = { atom.Second } }) },
        }, planner.Call)).Measures;
    }
}
