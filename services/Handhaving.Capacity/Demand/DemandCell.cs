using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Demand;

/// <summary>Calls of one area, elapsed hour, type and priority.</summary>
/// <param name="Arrivals">At least 1: an empty cell is left out.</param>
/// <param name="MeanServiceSeconds">Over these calls.</param>
public sealed record DemandCell(AreaName Area, LocalHour Hour, CallTypeName Type, int Priority, int Arrivals, double MeanServiceSeconds)
{
    /// <summary>All cells with a call, by area, hour, type and priority.</summary>
    public static IReadOnlyList<DemandCell> Of(IEnumerable<Arrival> arrivals) =>
        [.. arrivals.GroupBy(call => (call.Area, Hour: DutchClock.HourOf(call.Instant), call.Type, call.Priority))
            .OrderBy(cell => cell.Key.Area.Value, StringComparer.Ordinal).ThenBy(cell => cell.Key.Hour.Start).ThenBy(cell => cell.Key.Type.Value, StringComparer.Ordinal).ThenBy(cell => cell.Key.Priority)
            .Select(cell => new DemandCell(cell.Key.Area, cell.Key.Hour, cell.Key.Type, cell.Key.Priority, cell.Count(), cell.Average(call => call.ServiceSeconds)))];
}
