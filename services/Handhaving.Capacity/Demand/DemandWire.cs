using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Demand.Forecasts;
using Handhaving.Capacity.People;
using DayOfWeek = System.DayOfWeek;

namespace Handhaving.Capacity.Demand;

/// <summary>Demand on the wire.</summary>
internal static class DemandWire
{
    private const int DefaultWeeks = 8;

    public static int WeeksOf(int asked) => asked == 0 ? DefaultWeeks : asked;

    public static V1.DemandHour ToWire(DemandHour hour)
    {
        var wire = new V1.DemandHour
        {
            Municipality = hour.Municipality.Name, Area = hour.Area.Value, StartTime = hour.Start.ToTimestamp(), Family = hour.Family.Value, Priority = hour.Priority, Arrivals = hour.Arrivals, Served = hour.Served,
        };
        if (hour.MeanServiceSeconds is { } service) wire.MeanServiceSeconds = service;
        if (hour.MeanTravelSeconds is { } travel) wire.MeanTravelSeconds = travel;
        return wire;
    }

    public static V1.ForecastDemandResponse ToWire(MunicipalForecast forecast, IEnumerable<ForecastHour> hours)
    {
        var wire = new V1.ForecastDemandResponse { Hours = { hours.Select(ToWire) }, HistoryStart = PeopleWire.ToWire(forecast.History.From), Origin = PeopleWire.ToWire(forecast.Origin) };
        if (forecast.Compare() is not { } comparison) return wire;
        (wire.Error, wire.LastWeekError, wire.IntervalCoverage) = (ToWire(comparison.Forecast, comparison.ScaledError), ToWire(comparison.LastWeek, comparison.LastWeek.MeanAbsoluteError > 0 ? 1 : null), comparison.Covered);
        return wire;
    }

    public static V1.SpecialDay ToWire(KnownDay known) => new()
    {
        Day = PeopleWire.ToWire(known.Day.Date), Kind = known.Day.Kind.Value, ByLaw = known.ByLaw,
        LooksLike = known.Day.LooksLike switch { null => V1.Weekday.Unspecified, DayOfWeek.Sunday => V1.Weekday.Sunday, { } day => (V1.Weekday)(int)day }, // Sunday is 7 on the wire and 0 here
    };

    public static SpecialDay FromWire(V1.SpecialDay day) =>
        new(PeopleFromWire.DayOf(day.Day), new(day.Kind), day.LooksLike is V1.Weekday.Unspecified ? null : (DayOfWeek)((int)day.LooksLike % 7));

    private static V1.ForecastHour ToWire(ForecastHour hour) => new()
    {
        Area = hour.Area.Value, StartTime = hour.Hour.Start.ToTimestamp(), Calls = hour.Calls, Low = hour.Interval.Low, High = hour.Interval.High, SpecialKind = hour.SpecialKind?.Value ?? "",
    };

    private static V1.ForecastError ToWire(ForecastError error, double? scaled)
    {
        var wire = new V1.ForecastError { Hours = error.Hours, MeanAbsoluteError = error.MeanAbsoluteError, Bias = error.Bias };
        if (error.WeightedAbsoluteError is { } weighted) wire.WeightedAbsoluteError = weighted;
        if (scaled is { } ratio) wire.ScaledAbsoluteError = ratio;
        return wire;
    }
}
