using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Positions;

namespace Handhaving.Dispatch.Units;

/// <summary>A unit on the wire; shared by its own door and the board.</summary>
internal static class UnitWire
{
    public static V1.Unit ToWire(UnitView unit) => new()
    {
        Name = unit.Name.Value,
        CallSign = unit.CallSign,
        Kind = (V1.UnitKind)unit.Kind, // the same numbers, kept so by a contract test
        Availability = (V1.UnitAvailability)unit.Availability,
        Crew = { unit.Crew.Select(officer => new V1.CrewMember { Officer = officer }) },
        Domains = { unit.Domains.Select(domain => (V1.CompetenceDomain)domain) },
        LastFix = unit.LastFix is { } fix ? ToWire(fix) : null,
        Assignment = unit.Assignment ?? "",
        SignOnTime = unit.SignedOnAt is { } time ? Timestamp.FromDateTimeOffset(time) : null,
        Etag = $"\"{unit.Sequence}\"",
        Warnings = { unit.Warnings },
    };

    public static V1.Fix ToWire(Fix fix)
    {
        var wire = new V1.Fix
        {
            Position = new() { Latitude = fix.Point.Latitude, Longitude = fix.Point.Longitude },
            FixTime = Timestamp.FromDateTimeOffset(fix.At),
            AccuracyMeters = fix.AccuracyMeters,
        };
        if (fix.HeadingDegrees is { } heading) wire.HeadingDegrees = heading;
        return wire;
    }
}
