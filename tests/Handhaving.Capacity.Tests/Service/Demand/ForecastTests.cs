using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Tests.Service.Demand;

/// <summary>The planner asks what is to be expected, over the real door.</summary>
public sealed class ForecastTests(CapacityRegion region)
{
    private const string Beekdaelen = "municipalities/1954";

    [Fact]
    public async Task A_forecast_stands_beside_its_error_and_that_of_last_week()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        await region.PastAsync("1954", "WK195401", 70, "case when extract(dow from hour at time zone 'Europe/Amsterdam') in (5, 6) then 6 else 2 end + (abs(hashint8(extract(epoch from hour)::bigint)) % 3) - 1");
        await region.PastAsync("1954", "1954", 70, "1");
        var start = System.DateTime.UtcNow.Date.AddDays(1);

        var forecast = await planner.Demand.ForecastDemandAsync(new() { Parent = Beekdaelen, StartTime = Stamp(start), EndTime = Stamp(start.AddDays(7)) }, planner.Call);

        Assert.Equal(2 * 168, forecast.Hours.Count);
        Assert.All(forecast.Hours, hour => Assert.InRange(hour.Calls, hour.Low, hour.High));
        Assert.True(forecast.Error.MeanAbsoluteError < forecast.LastWeekError.MeanAbsoluteError, $"{forecast.Error} {forecast.LastWeekError}");
        Assert.InRange(forecast.Error.ScaledAbsoluteError, 0.01, 0.99);
        Assert.Equal(1, forecast.LastWeekError.ScaledAbsoluteError);
        Assert.InRange(forecast.IntervalCoverage, 0.8, 1);
        Assert.InRange(forecast.Error.WeightedAbsoluteError, 0.01, forecast.LastWeekError.WeightedAbsoluteError);
    }

    [Fact]
    public async Task Special_days_are_the_laws_and_what_a_municipality_enters_before_them()
    {
        var (planner, day) = (Person.PlannerOfLandgraaf(region), new Date { Year = 2027, Month = 2, Day = 7 });

        var byLaw = (await planner.Demand.ListSpecialDaysAsync(new() { Parent = Beekdaelen, Year = 2027 }, planner.Call)).SpecialDays.Single(known => known.Day.Equals(day));
        var put = new V1.PutSpecialDayRequest { Parent = Beekdaelen, SpecialDay = new() { Day = day, Kind = DayCalendar.Ordinary.Value }, RequestId = Asked.Id() };
        var entered = (await planner.Demand.PutSpecialDayAsync(put, planner.Call)).SpecialDay;
        var both = (await planner.Demand.ListSpecialDaysAsync(new() { Parent = Beekdaelen, Year = 2027 }, planner.Call)).SpecialDays.Where(known => known.Day.Equals(day));

        Assert.Equal(("carnival", true, V1.Weekday.Saturday), (byLaw.Kind, byLaw.ByLaw, byLaw.LooksLike));
        Assert.Equal([byLaw, entered], both);
        Assert.Equal(entered, (await planner.Demand.PutSpecialDayAsync(put, planner.Call)).SpecialDay);
        await planner.Demand.RemoveSpecialDayAsync(new() { Parent = Beekdaelen, Day = day, RequestId = Asked.Id() }, planner.Call);
        Assert.Equal("SPECIAL_DAY_NOT_ENTERED", await Failure.ReasonAsync(planner.Demand.RemoveSpecialDayAsync(new() { Parent = Beekdaelen, Day = day, RequestId = Asked.Id() }, planner.Call)));
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_refused_with_its_reason()
    {
        var (planner, chief, permits) = (Person.PlannerOfLandgraaf(region), Person.PoliceChief(region), Person.PermitOfficer(region));
        await region.PastAsync("0986", "0986", 3, "1");
        await region.PastAsync("0965", "0965", 20, "1");
        var today = System.DateTime.UtcNow.Date.AddDays(1);

        Assert.Equal("HISTORY_TOO_SHORT", await RefusedAsync("0986", today, 1));
        Assert.Equal("FORECAST_OF_PAST", await RefusedAsync("0965", today.AddDays(-3), 4));
        Assert.Equal("INTERVAL_EMPTY", await RefusedAsync("0965", today, 0));
        Assert.Equal("INTERVAL_TOO_LONG", await RefusedAsync("0965", today, 63));
        Assert.Equal("INTERVAL_OUT_OF_REACH", await RefusedAsync("0965", today.AddYears(900), 1));
        Assert.Equal("AREA_WITHOUT_HISTORY", await RefusedAsync("0965", today, 1, "WK096599"));
        Assert.Equal("", await RefusedAsync("0965", today, 62));
        await region.OwnerAsync("insert into demand_hour select '0965', starts_at, 'WK096501', family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds from demand_hour where tenant = '0965'");
        await region.OwnerAsync("insert into demand_hour select '0965', starts_at, 'WK096502', family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds from demand_hour where tenant = '0965' and area = '0965'");
        Assert.Equal("FORECAST_TOO_LARGE", await RefusedAsync("0965", today, 62));
        Assert.Equal("DATE_INVALID", await Failure.ReasonAsync(planner.Demand.RemoveSpecialDayAsync(new() { Parent = Beekdaelen, Day = new() { Year = 2027, Month = 2, Day = 30 }, RequestId = Asked.Id() }, planner.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(permits.Demand.ListDemandAsync(Past(Asked.Beek), permits.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(chief.Demand.RemoveSpecialDayAsync(new() { Parent = Asked.Beek, Day = new() { Year = 2027, Month = 2, Day = 7 }, RequestId = Asked.Id() }, chief.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(planner.Demand.ListDemandAsync(Past(Asked.Beek), planner.Call)));
        Assert.Equal("", await Failure.ReasonAsync(chief.Demand.ListDemandAsync(Past(Asked.Beek), chief.Call)));
        Assert.DoesNotContain((await planner.Demand.ListDemandAsync(Past("municipalities/-"), planner.Call)).Hours, hour => hour.Municipality == Asked.Beek);

        Task<string> RefusedAsync(string municipality, System.DateTime start, int days, params string[] areas) =>
            Failure.ReasonAsync(planner.Demand.ForecastDemandAsync(new() { Parent = $"municipalities/{municipality}", StartTime = Stamp(start), EndTime = Stamp(start.AddDays(days)), Areas = { areas } }, planner.Call));
    }

    private static V1.ListDemandRequest Past(string parent) => new() { Parent = parent, StartTime = Stamp(System.DateTime.UtcNow.AddDays(-90)), EndTime = Stamp(System.DateTime.UtcNow), PageSize = 1000 };

    private static Timestamp Stamp(System.DateTime moment) => Timestamp.FromDateTime(System.DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}
