using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Ledger;
using Handhaving.Events.Capacity;

namespace Handhaving.Capacity.Zones;

/// <summary>Zones on the wire; enums have the same numbers there.</summary>
internal static class ZoneWire
{
    public static ZoneDetails FromWire(V1.PatrolZone zone) => new(
        zone.DisplayName, (ZoneKind)zone.Kind, zone.Theme, [.. zone.Boundary.Select(corner => new ZoneCorner(corner.Latitude, corner.Longitude))], LedgerWire.FromWire(zone.StartTime, zone.EndTime),
        [.. zone.Windows.Select(window => new ZoneWindow([.. window.Weekdays.Select(day => (int)day)], window.StartMinute, window.EndMinute))], zone.Share);

    public static V1.PatrolZone ToWire(PatrolZone zone) => new()
    {
        Name = zone.Name.Value,
        Code = zone.Name.Code,
        DisplayName = zone.Details.DisplayName,
        Kind = (V1.ZoneKind)zone.Details.Kind,
        Theme = zone.Details.Theme,
        Boundary = { zone.Details.Boundary.Select(corner => new Geo.V1.Position { Latitude = corner.Latitude, Longitude = corner.Longitude }) },
        StartTime = zone.Details.Time.Start.ToTimestamp(),
        EndTime = zone.Details.Time.End.ToTimestamp(),
        Windows = { zone.Details.Windows.Select(window => new V1.ZoneWindow { Weekdays = { window.Weekdays.Select(day => (V1.Weekday)day) }, StartMinute = window.StartMinute, EndMinute = window.EndMinute }) },
        Share = zone.Details.Share,
        ChangedBy = zone.ChangedBy,
        ChangeTime = zone.ChangedAt.ToTimestamp(),
        Etag = zone.Etag,
    };
}
