using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Demand.Forecasts;

namespace Handhaving.Capacity.Tests.Demand;

/// <summary>Calls that never happened.</summary>
internal static class Given
{
    internal static readonly AreaName Centre = new("municipalities/1883/areas/centre"), North = new("municipalities/1883/areas/north");
    internal static readonly CallTypeName Noise = new("noise");
    internal static readonly DayCalendar Ordinary = new([]);

    internal static Arrival Call(DateTimeOffset instant, AreaName area, int priority = 3, double serviceSeconds = 1200) => new(instant, area, Noise, priority, serviceSeconds);

    /// <summary>As many calls in each elapsed hour as told.</summary>
    internal static HourlyHistory History(DateOnly from, DateOnly until, Func<LocalHour, int> calls) => new(
        Enumerable.Range(0, until.DayNumber - from.DayNumber).SelectMany(day => DutchClock.HoursOf(from.AddDays(day)))
            .SelectMany(hour => Enumerable.Range(0, calls(hour)).Select(minute => Call(hour.Start.AddMinutes(minute), Centre))),
        [Centre, North], from, until);

    /// <summary>A count with this mean, from a given source of chance (Knuth's product of uniforms).</summary>
    internal static int Poisson(Random chance, double mean)
    {
        var (count, product) = (0, chance.NextDouble());
        for (; product > Math.Exp(-mean); count++) product *= chance.NextDouble();
        return count;
    }
}
