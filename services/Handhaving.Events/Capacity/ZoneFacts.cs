namespace Handhaving.Events.Capacity;

/// <summary>A zone for surveillance was drawn or changed: the whole of what others keep of it, so that the last one is enough. It stops by itself at its end.</summary>
/// <param name="Zone">Resource name.</param>
/// <param name="Owner">Team or municipality that drew it.</param>
/// <param name="Theme">Code of the theme of the safety plan that it is for; empty = all.</param>
/// <param name="Boundary">Corners in their order; the last joins the first.</param>
/// <param name="Windows">When it counts within its period; none = always.</param>
/// <param name="Sequence">Version of the zone: a consumer that has a later one leaves this one.</param>
public sealed record PatrolZoneSet(
    string Zone, string Owner, string DisplayName, string Theme, IReadOnlyList<ZoneCorner> Boundary, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, IReadOnlyList<ZoneWindow> Windows, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>A corner of a zone, in degrees (WGS84).</summary>
public readonly record struct ZoneCorner(double Latitude, double Longitude);

/// <summary>Hours of some days of the week, by the local clock.</summary>
/// <param name="Weekdays">1 = Monday to 7 = Sunday, of the day on which it begins.</param>
/// <param name="StartMinute">Minutes after midnight, 0 to 1439.</param>
/// <param name="EndMinute">Minutes after midnight; not after the start = on the next day.</param>
public readonly record struct ZoneWindow(IReadOnlyList<int> Weekdays, int StartMinute, int EndMinute)
{
    private const int Day = 24 * 60;

    /// <param name="local">By the clock of Europe/Amsterdam.</param>
    public bool Holds(DateTime local)
    {
        var (day, minute) = ((int)local.DayOfWeek == 0 ? 7 : (int)local.DayOfWeek, local.Hour * 60 + local.Minute);
        var end = EndMinute <= StartMinute ? EndMinute + Day : EndMinute;
        return (Weekdays.Contains(day) && minute >= StartMinute && minute < end) || (Weekdays.Contains(day == 1 ? 7 : day - 1) && minute + Day < end);
    }
}
