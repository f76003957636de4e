using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Demand.Forecasts;
using Handhaving.Capacity.Tests.Queueing;

namespace Handhaving.Capacity.Tests.Demand.Forecasts;

public sealed class DemandForecastTests
{
    private static readonly DateOnly From = new(2026, 1, 5), Origin = new(2026, 3, 30), Until = new(2026, 4, 20);

    [Fact]
    public void A_week_that_repeats_is_forecast_without_error_also_over_the_clock_change()
    {
        var history = Given.History(From, Until, Weekly);

        Assert.Equal(new ForecastError(24 * 21 * 2, 0, 0, 0), ForecastComparison.Of(history, Given.Ordinary, Origin, 8).Forecast);
        Assert.Equal(0, ForecastComparison.Of(history, Given.Ordinary, new(2026, 3, 23), 8).Forecast.MeanAbsoluteError);
    }

    [Fact]
    public void An_elapsed_hour_in_which_the_clock_went_back_counts_as_one_hour()
    {
        var history = Given.History(new(2026, 10, 19), new(2026, 11, 9), hour => hour.Hour == 2 ? 4 : 1);

        var forecast = new DemandForecast(history, Given.Ordinary, new(2026, 11, 1), 2);

        Assert.All(DutchClock.HoursOf(new(2026, 11, 1)), hour => Assert.Equal(hour.Hour == 2 ? 4 : 1, forecast.CallsPerHour(Given.Centre, hour)));
    }

    [Fact]
    public void Nothing_from_the_origin_on_is_read()
    {
        var quiet = Given.History(From, Until, hour => hour.Date < Origin ? Weekly(hour) : 0);
        var busy = Given.History(From, Until, hour => hour.Date < Origin ? Weekly(hour) : 30);
        var calendar = new DayCalendar([new(Origin.AddDays(2), new("fair"), null), new(Origin.AddDays(9), new("fair"), null)]);

        Assert.All(Enumerable.Range(0, 14).SelectMany(day => DutchClock.HoursOf(Origin.AddDays(day))), hour => Assert.Equal(
            new DemandForecast(quiet, calendar, Origin, 8).CallsPerHour(Given.Centre, hour), new DemandForecast(busy, calendar, Origin, 8).CallsPerHour(Given.Centre, hour)));
    }

    [Fact]
    public void Special_days_teach_about_their_kind_and_leave_their_weekday_alone()
    {
        SpecialDayKind market = new("market");
        var calendar = new DayCalendar([new(new(2026, 2, 4), market, null), new(new(2026, 3, 4), market, null), new(new(2026, 4, 8), market, null)]);
        var history = Given.History(From, Until, hour => calendar.Find(hour.Date) is null ? 2 : 11);
        var forecast = new DemandForecast(history, calendar, Origin, 12);

        Assert.Equal(2, forecast.CallsPerHour(Given.Centre, DutchClock.HoursOf(new(2026, 4, 1))[12]));
        Assert.Equal((11 + 11 + 2) / 3.0, forecast.CallsPerHour(Given.Centre, DutchClock.HoursOf(new(2026, 4, 8))[12]));
    }

    [Fact]
    public void A_holiday_without_a_past_is_like_the_day_it_resembles()
    {
        var history = Given.History(From, Until, hour => hour.Date.DayOfWeek is DayOfWeek.Sunday ? 5 : 1);

        Assert.Equal(5, new DemandForecast(history, DayCalendar.Dutch(2026, 2026, []), new(2026, 3, 31), 8).CallsPerHour(Given.Centre, DutchClock.HoursOf(new(2026, 12, 25))[12]));
    }

    [Fact]
    public void With_chance_in_it_the_forecast_is_closer_than_last_week_and_hardly_biased()
    {
        var chance = new Random(20260101);
        var calendar = DayCalendar.Dutch(2025, 2026, []);
        var history = Given.History(new(2025, 1, 6), new(2026, 4, 6), hour => Given.Poisson(chance, Weekly(hour) + (calendar.Find(hour.Date)?.Kind == DutchHolidays.Carnival ? 6 : 0.5)));

        var errors = ForecastComparison.Of(history, calendar, new(2026, 1, 5), 8);

        Assert.True(errors.Forecast.MeanAbsoluteError < 0.85 * errors.LastWeek.MeanAbsoluteError, $"{errors}");
        Assert.True(errors.Forecast.WeightedAbsoluteError < errors.LastWeek.WeightedAbsoluteError);
        Assert.InRange(errors.Forecast.Bias, -0.1, 0.1);
        Assert.Equal(errors.LastWeek.Hours, errors.Forecast.Hours);
    }

    [Fact]
    public void Last_week_is_what_the_clock_showed_a_week_before_and_the_hour_after_where_it_skipped()
    {
        var history = Given.History(new(2026, 3, 23), new(2026, 4, 13), hour => hour.Hour);

        Assert.Equal([0, 1, 3, 3, 4], DutchClock.HoursOf(new(2026, 4, 5)).Take(5).Select(hour => LastWeek.CallsPerHour(history, Given.Centre, hour)));
        Assert.Equal([0, 1, 2, 3, 4], DutchClock.HoursOf(new(2026, 4, 12)).Take(5).Select(hour => LastWeek.CallsPerHour(history, Given.Centre, hour)));
    }

    [Fact]
    public void Errors_are_mean_weighted_and_signed()
    {
        Assert.Equal(new ForecastError(2, 1.5, 0.75, 0.5), ForecastError.Of([(3, 1), (2, 3)]));
        Assert.Null(ForecastError.Of([(3, 0)]).WeightedAbsoluteError);
    }

    [Fact]
    public void What_is_not_known_is_refused()
    {
        var history = Given.History(From, Until, Weekly);
        var noon = DutchClock.HoursOf(Origin)[12];

        Refused.By(DemandRules.Period, () => Given.History(From, From, Weekly));
        Refused.By(DemandRules.Period, () => ForecastError.Of([]));
        Refused.By(DemandRules.Weeks, () => new DemandForecast(history, Given.Ordinary, Origin, 0));
        Refused.By(DemandRules.EnoughHistory, () => new DemandForecast(history, Given.Ordinary, From.AddDays(6), 8));
        Refused.By(DemandRules.EnoughHistory, () => new DemandForecast(history, Given.Ordinary, Until.AddDays(1), 8));
        Refused.By(DemandRules.KnownArea, () => new DemandForecast(history, Given.Ordinary, Origin, 8).CallsPerHour(new("elsewhere"), noon));
        Refused.By(DemandRules.KnownDay, () => history.CallsIn(Given.Centre, DutchClock.HoursOf(Until)[0]));
    }

    private static int Weekly(LocalHour hour) => (hour.Hour >= 20 ? 3 : 1) + (hour.Date.DayOfWeek is DayOfWeek.Saturday ? 2 : 0);
}
