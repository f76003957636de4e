using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Tests.Queueing;
using Handhaving.Capacity.Tests.Service.Demand;

namespace Handhaving.Capacity.Tests.Service.Staffing;

/// <summary>The planner asks how many units are needed, over the real door.</summary>
public sealed class StaffingTests(CapacityRegion region)
{
    private static readonly DateTime Tomorrow = DateTime.UtcNow.Date.AddDays(2);

    [Fact]
    public async Task Units_are_sized_hour_by_hour_for_the_demand_that_is_to_be_expected()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        await region.PastAsync("0899", "WK089901", 30, "case when extract(hour from hour at time zone 'Europe/Amsterdam') between 8 and 17 then 6 else 1 end");
        await region.PastAsync("0899", "WK089902", 30, "1");

        var day = await planner.Staffing.SizeUnitsAsync(Size("municipalities/0899", Demand()), planner.Call);
        var part = await planner.Staffing.SizeUnitsAsync(Size("municipalities/0899", Demand("WK089902")), planner.Call);
        var team = await planner.Staffing.SizeUnitsAsync(Size("teams/brunssum-landgraaf", Demand("WK089902")), planner.Call);

        Assert.Equal(24, day.Hours.Count);
        Assert.All(day.Hours, hour => Assert.True(hour.Needed.ShareWithin >= 0.9 && !(hour.OneFewer?.ShareWithin >= 0.9), $"{hour}"));
        Assert.All(day.Hours, hour => Published.Equal(hour.Erlangs, hour.ArrivalsPerHour.Sum() / 2, 1e-9)); // thirty minutes a call
        Assert.Equal(day.MostPlanned, day.Hours.Max(hour => hour.PlannedNeeded));
        Assert.All(day.Hours, hour => Assert.True(hour.PlannedNeeded * 0.8 >= hour.Needed.Units));
        Assert.Equal(7, day.Hours.Max(hour => hour.ArrivalsPerHour[2]), 9);
        Assert.All(part.Hours, hour => Assert.Equal(1, hour.ArrivalsPerHour.Sum(), 9));
        Assert.Equal(part.Hours.Select(hour => hour.Needed), team.Hours.Select(hour => hour.Needed));
        Assert.Equal(["ErlangC", "Cobham", "SquareRootStaffing"], day.Models.Select(model => model.Model));
    }

    [Fact]
    public async Task A_reserve_and_a_wait_per_priority_ask_for_more_units()
    {
        var planner = Person.Planner(region);
        var plain = Load(5, 10);
        var strict = new V1.SizeUnitsRequest(plain) { MaximumMeanWaitSeconds = { 0, 5 } };
        var reserved = new V1.SizeUnitsRequest(plain) { Reserve = 8, ReservePriorities = 1 };

        var (few, more, most) = (await SizeAsync(plain), await SizeAsync(strict), await SizeAsync(reserved));

        Assert.True(few.Needed.Units < more.Needed.Units);
        Assert.True(more.Needed.Waits[1].MeanSeconds <= 5 && more.OneFewer.Waits[1].MeanSeconds > 5);
        Assert.True(few.Needed.Units < most.Needed.Units && most.Needed.ReserveHigh.MeanSeconds < most.Needed.ReserveLow.MeanSeconds);
        Assert.Null(few.Needed.ReserveHigh);

        async Task<V1.StaffingHour> SizeAsync(V1.SizeUnitsRequest request) => Assert.Single((await planner.Staffing.SizeUnitsAsync(request, planner.Call)).Hours);
    }

    [Fact]
    public async Task A_quiet_hour_needs_one_unit_and_has_nobody_fewer()
    {
        var planner = Person.Planner(region);

        var hour = Assert.Single((await planner.Staffing.SizeUnitsAsync(Load(0), planner.Call)).Hours);

        Assert.Equal((1, 1, 1.0), (hour.Needed.Units, hour.SquareRootUnits, hour.PatrolShare));
        Assert.Null(hour.OneFewer);
    }

    [Fact]
    public async Task Without_a_unit_the_others_do_its_work_or_cannot()
    {
        var planner = Person.Planner(region);
        var easy = await planner.Staffing.AnalyseRegionAsync(Region(units: 3, calls: 1.5, without: 2), planner.Call);
        var hard = await planner.Staffing.AnalyseRegionAsync(Region(units: 3, calls: 2.5, without: 1), planner.Call);
        var many = await planner.Staffing.AnalyseRegionAsync(Region(units: 40, calls: 30), planner.Call);

        Assert.Equal(easy.Measures.Units.Sum(unit => unit.Workload), easy.WithoutUnit.Units.Sum(unit => unit.Workload), 9);
        Assert.True(easy.WithoutUnit.MeanResponseSeconds > easy.Measures.MeanResponseSeconds);
        Assert.Equal((true, null), (hard.WithoutUnitUnstable, hard.WithoutUnit));
        Assert.Equal("HypercubeApproximation", Assert.Single(many.Models).Model);
        Assert.Equal(30, many.Measures.Units.Sum(unit => unit.Workload), 6);
        Assert.Contains("exponenti", many.Models[0].DutchLimits, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_may_take_its_calls_from_demand()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        await region.PastAsync("0882", "WK088201", 30, "2");
        await region.PastAsync("0882", "WK088202", 30, "1");
        var request = new V1.AnalyseRegionRequest
        {
            Parent = "municipalities/0882", Demand = Demand(), FullRegion = V1.FullRegion.CallsWait, MeanServiceSeconds = { 900, 900 },
            Atoms = { new V1.RegionAtom { Area = "WK088201", Preference = { 1, 2 } }, new V1.RegionAtom { Area = "WK088202", Preference = { 2, 1 } } },
        };

        var answer = await planner.Staffing.AnalyseRegionAsync(request, planner.Call);
        request.Atoms[1].Area = "WK088203";

        Assert.Equal([2, 1], answer.Measures.Atoms.Select(atom => Math.Round(atom.CallsPerHour, 9)));
        Assert.Equal("AREA_WITHOUT_HISTORY", await Failure.ReasonAsync(planner.Staffing.AnalyseRegionAsync(request, planner.Call)));
    }

    [Fact]
    public async Task Where_no_call_was_served_the_service_time_is_asked_for()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        await region.OwnerAsync("insert into demand_hour select '0882', date_trunc('hour', now()) - make_interval(days => d), 'WK088209', 'flood', 3, 1, 0, 0, 0, 0, 0 from generate_series(1, 20) d");
        var request = Size("municipalities/0882", Demand("WK088209"));

        var unknown = await Failure.ReasonAsync(planner.Staffing.SizeUnitsAsync(request, planner.Call));
        request.Demand.MeanServiceSeconds = 900;

        Assert.Equal(("SERVICE_TIME_UNKNOWN", ""), (unknown, await Failure.ReasonAsync(planner.Staffing.SizeUnitsAsync(request, planner.Call))));
    }

    [Fact]
    public async Task What_no_model_takes_is_refused_with_its_reason()
    {
        var (planner, permits) = (Person.Planner(region), Person.PermitOfficer(region));

        Assert.Equal("LOAD_NOT_SAID_ONCE", await SizedAsync(new(Load(5)) { Demand = Demand() }));
        Assert.Equal("LOAD_NOT_SAID_ONCE", await SizedAsync(new(Load(5)) { Load = null }));
        Assert.Equal("LOAD_UNSTABLE", await SizedAsync(Load(5_000)));
        Assert.Equal("TARGET_OUT_OF_REACH", await SizedAsync(new(Load(1_999)) { MaximumMeanWaitSeconds = { 0.0001 } }));
        Assert.Equal("RESERVE_OF_NOBODY", await SizedAsync(new(Load(5)) { Reserve = 2 }));
        Assert.Equal("SHARE_OUT_OF_RANGE", await SizedAsync(new(Load(5)) { Share = 1 }));
        Assert.Equal("INVALID_REQUEST", await SizedAsync(new(Load(5)) { Share = double.NaN }));
        Assert.Equal("NUMBER_NOT_POSITIVE", await SizedAsync(new(Load(5)) { Load = new() { ArrivalsPerHour = { 1 } } }));
        Assert.Equal("HISTORY_TOO_SHORT", await SizedAsync(new(Size("municipalities/1883", Demand()))));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(permits.Staffing.SizeUnitsAsync(Load(5), permits.Call)));
        Assert.Equal("NOT_FOUND", await SizedAsync(new(Load(5)) { Parent = "municipalities/0882" }));

        Assert.Equal("LOAD_UNSTABLE", await AnalysedAsync(Region(3, 3)));
        Assert.Equal("SHARES_DO_NOT_ADD_UP", await AnalysedAsync(new(Region(2, 0)) { CallsPerHour = 1, Atoms = { new V1.RegionAtom { Area = "x", Share = 0.7, Preference = { 1, 2 } } } }));
        Assert.Equal("LOAD_NOT_SAID_ONCE", await AnalysedAsync(new(Region(2, 1)) { CallsPerHour = 1 }));
        Assert.Equal("LOAD_NOT_SAID_ONCE", await AnalysedAsync(new(Region(2, 1)) { Demand = Demand() }));
        Assert.Equal("COUNT_OUT_OF_RANGE", await AnalysedAsync(new(Region(13, 1)) { Model = V1.HypercubeModel.Exact }));
        Assert.Equal("INVALID_REQUEST", await AnalysedAsync(Region(1, 1), request => request.MeanServiceSeconds.AddRange(Enumerable.Repeat(60.0, 500))));
        Assert.Equal("APPROXIMATION_WAITS", await AnalysedAsync(new(Region(13, 1)) { FullRegion = V1.FullRegion.CallsAreLost }));
        Assert.Equal("SERVICE_RATES_DIFFER", await AnalysedAsync(new(Region(2, 1)) { Model = V1.HypercubeModel.Approximation }, request => request.MeanServiceSeconds[0] = 60));
        Assert.Equal("PREFERENCE_NOT_COMPLETE", await AnalysedAsync(Region(2, 1), request => request.Atoms[0].Preference.AddRange([1, 1])));
        Assert.Equal("TRAVEL_NOT_COMPLETE", await AnalysedAsync(Region(2, 1), request => request.Atoms[0].TravelSeconds.Clear()));
        Assert.Equal("NUMBER_NOT_POSITIVE", await AnalysedAsync(Region(2, 0)));
        Assert.Equal("COUNT_OUT_OF_RANGE", await AnalysedAsync(Region(2, 1, without: 3)));

        Task<string> SizedAsync(V1.SizeUnitsRequest request) => Failure.ReasonAsync(planner.Staffing.SizeUnitsAsync(request, planner.Call));

        Task<string> AnalysedAsync(V1.AnalyseRegionRequest request, Action<V1.AnalyseRegionRequest>? change = null)
        {
            change?.Invoke(request);
            return Failure.ReasonAsync(planner.Staffing.AnalyseRegionAsync(request, planner.Call));
        }
    }

    private static V1.SizeUnitsRequest Load(params double[] arrivals) => new() { Parent = Asked.Beek, Load = new() { ArrivalsPerHour = { arrivals }, MeanServiceSeconds = 900 }, MaximumWaitSeconds = 120, Share = 0.9 };

    private static V1.SizeUnitsRequest Size(string parent, V1.DemandSource demand) => new() { Parent = parent, Demand = demand, MaximumWaitSeconds = 300, Share = 0.9, Availability = 0.8 };

    private static V1.DemandSource Demand(params string[] areas) => new()
    {
        StartTime = Timestamp.FromDateTime(DateTime.SpecifyKind(Tomorrow, DateTimeKind.Utc)), EndTime = Timestamp.FromDateTime(DateTime.SpecifyKind(Tomorrow.AddDays(1), DateTimeKind.Utc)), Areas = { areas },
    };

    private static V1.AnalyseRegionRequest Region(int units, double calls, int without = 0) => new()
    {
        Parent = Asked.Beek, FullRegion = V1.FullRegion.CallsWait, WithoutUnit = without, MeanServiceSeconds = { Enumerable.Repeat(3600.0, units) },
        Atoms = { Enumerable.Range(0, units).Select(atom => new V1.RegionAtom { Area = $"{atom}", CallsPerHour = calls / units, TravelSeconds = { Enumerable.Range(0, units).Select(unit => 60.0 * (1 + Math.Abs(unit - atom))) } }) },
    };
}
