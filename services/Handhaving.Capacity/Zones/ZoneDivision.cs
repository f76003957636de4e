using Handhaving.Capacity.Demand.Calendar;

namespace Handhaving.Capacity.Zones;

/// <summary>Surveillance hours in a zone in one hour.</summary>
public sealed record ZonePatrol(PatrolZone Zone, LocalHour Hour, double Hours);

/// <summary>Gives zones their share of the surveillance hours, hour by hour while they count.</summary>
public static class ZoneDivision
{
    // However many zones are drawn, half of the time stays for everything else (C-08).
    private const double Most = 0.5;

    /// <param name="left">Unit hours that calls leave of each hour, 0 or more.</param>
    public static IReadOnlyList<ZonePatrol> Of(IReadOnlyList<PatrolZone> zones, IReadOnlyList<(LocalHour Hour, double Left)> left) => [.. left.SelectMany(hour => InHour(zones, hour.Hour, hour.Left))];

    private static IEnumerable<ZonePatrol> InHour(IReadOnlyList<PatrolZone> zones, LocalHour hour, double left)
    {
        var shares = zones.Select(zone => (Zone: zone, Share: zone.Details.Share / 100.0 * zone.PartOf(hour))).Where(one => one.Share > 0 && left > 0).ToList();
        var sum = shares.Sum(one => one.Share);
        return shares.Select(one => new ZonePatrol(one.Zone, hour, left * one.Share * (sum > Most ? Most / sum : 1)));
    }
}
