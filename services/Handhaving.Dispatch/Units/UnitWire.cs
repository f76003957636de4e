using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Positions;

namespace Handhaving.Dispatch.Units;

/// <summary>A unit on the wire; shared by its own door and the board.</summary>
internal static class UnitWire
{
    public static V1.Unit ToWire(UnitView unit) => unit.IsOutline ? Outline(unit) : Whole(unit);

    // No version either: it counts what the unit does.
    private static V1.Unit Outline(UnitView unit) => new()
    {
        Name = unit.Name.Value,
        CallSign = unit.CallSign,
        Kind = (V1.UnitKind)unit.Kind, // the same numbers, kept so by a contract test
        Availability = (V1.UnitAvailability)unit.ShownAvailability,
        Radio = unit.Duty?.Radio ?? "",
    };

    private static V1.Unit Whole(UnitView unit) => new()
    {
        Name = unit.Name.Value,
        CallSign = unit.CallSign,
        Kind = (V1.UnitKind)unit.Kind, // the same numbers, kept so by a contract test
        Availability = (V1.UnitAvailability)unit.ShownAvailability,
        Crew = { unit.Crew.Select(officer => new V1.CrewMember { Officer = officer }) },
        Domains = { unit.Domains.Select(domain => (V1.CompetenceDomain)domain) },
        LastFix = unit.LastFix is { } fix ? ToWire(fix, unit.HasStaleFix) : null,
        Assignment = unit.Assignment ?? "",
        SignOnTime = unit.SignedOnAt is { } time ? Timestamp.FromDateTimeOffset(time) : null,
        Etag = $"\"{unit.Sequence}\"",
        Warnings = { unit.Warnings },
        Vehicle = unit.Duty?.Vehicle ?? "",
        Radio = unit.Duty?.Radio ?? "",
        Equipment = { unit.Duty?.Equipment ?? [] },
        DutyEndTime = unit.Duty?.EndsAt is { } end ? Timestamp.FromDateTimeOffset(end) : null,
        Activity = unit.Duty is { } duty ? (V1.UnitActivity)duty.Activity : V1.UnitActivity.Unspecified,
        ActivityReason = unit.Duty?.ActivityReason ?? "",
        ActivityTime = unit.Duty is { } since ? Timestamp.FromDateTimeOffset(since.ActivitySince) : null,
        Calls = { (unit.Duty?.Calls ?? []).Select(ToWire) },
    };

    private static V1.DeskCall ToWire(DeskCall call) => new() { Kind = (V1.DeskCallKind)call.Kind, CallTime = Timestamp.FromDateTimeOffset(call.At), Note = call.Note ?? "" };

    public static V1.Fix ToWire(Fix fix, bool isStale)
    {
        var wire = new V1.Fix
        {
            Position = new() { Latitude = fix.Point.Latitude, Longitude = fix.Point.Longitude },
            FixTime = Timestamp.FromDateTimeOffset(fix.At),
            AccuracyMeters = fix.AccuracyMeters,
            Source = (V1.FixSource)fix.Source,
            State = isStale ? V1.FixState.Stale : V1.FixState.Fresh,
        };
        if (fix.HeadingDegrees is { } heading) wire.HeadingDegrees = heading;
        return wire;
    }
}
