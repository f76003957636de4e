using System.Globalization;
using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Demand.Forecasts;

/// <summary>Calls per area and elapsed hour over whole local days; an hour without a call counts as 0.</summary>
public sealed class HourlyHistory
{
    private readonly Dictionary<AreaName, Dictionary<DateTimeOffset, int>> counts;
    private readonly IReadOnlyList<LocalHour>?[] hoursOfDays;

    /// <param name="arrivals">Calls; those outside the days are left out.</param>
    /// <param name="areas">All areas to keep, also those without a call.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Day after the last.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">HISTORY_PERIOD_EMPTY, AREA_WITHOUT_HISTORY.</exception>
    public HourlyHistory(IEnumerable<Arrival> arrivals, IReadOnlyCollection<AreaName> areas, DateOnly from, DateOnly until)
        : this(arrivals.Select(call => (call.Area, call.Instant, 1)), areas, from, until) { }

    /// <summary>The same of calls that are counted already.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">HISTORY_PERIOD_EMPTY, AREA_WITHOUT_HISTORY.</exception>
    public HourlyHistory(IEnumerable<(AreaName Area, DateTimeOffset Instant, int Calls)> arrivals, IReadOnlyCollection<AreaName> areas, DateOnly from, DateOnly until)
    {
        DemandRules.Period.Require(from < until);
        (From, Until, Areas, hoursOfDays) = (from, until, [.. areas], new IReadOnlyList<LocalHour>?[until.DayNumber - from.DayNumber]);
        counts = areas.ToDictionary(area => area, _ => new Dictionary<DateTimeOffset, int>());
        foreach (var call in arrivals)
        {
            var (hours, hour) = (HoursOf(call.Area), DutchClock.HourOf(call.Instant));
            if (Covers(hour.Date)) hours[hour.Start] = hours.GetValueOrDefault(hour.Start) + call.Calls;
        }
    }

    public DateOnly From { get; }

    public DateOnly Until { get; }

    public IReadOnlyList<AreaName> Areas { get; }

    public bool Covers(DateOnly date) => date >= From && date < Until;

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">AREA_WITHOUT_HISTORY, DAY_WITHOUT_HISTORY.</exception>
    public int CallsIn(AreaName area, LocalHour hour)
    {
        DemandRules.KnownDay.Require(Covers(hour.Date), ("day", hour.Date.ToString("O", CultureInfo.InvariantCulture)));
        return HoursOf(area).GetValueOrDefault(hour.Start);
    }

    /// <summary>Calls per elapsed hour while clocks showed this hour on these dates; null when they never did.</summary>
    internal double? MeanAt(AreaName area, IEnumerable<DateOnly> dates, int hour)
    {
        var calls = CallsAt(area, dates, hour).ToList();
        return calls.Count == 0 ? null : calls.Average();
    }

    internal IEnumerable<int> CallsAt(AreaName area, IEnumerable<DateOnly> dates, int hour) =>
        dates.SelectMany(HoursOf).Where(elapsed => elapsed.Hour == hour).Select(elapsed => CallsIn(area, elapsed));

    // The same days are asked for over and over.
    private IReadOnlyList<LocalHour> HoursOf(DateOnly date) => Covers(date) ? hoursOfDays[date.DayNumber - From.DayNumber] ??= DutchClock.HoursOf(date) : DutchClock.HoursOf(date);

    private Dictionary<DateTimeOffset, int> HoursOf(AreaName area) => counts.GetValueOrDefault(area) ?? throw DemandRules.KnownArea.Broken(("area", area.Value));
}
