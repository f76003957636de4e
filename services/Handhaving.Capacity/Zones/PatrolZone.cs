using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Zones;

/// <summary>What a zone is for: work that the safety plan asks now, or a place that is busy at set hours.</summary>
public enum ZoneKind { Focus = 1, Nightlife, School }

/// <summary>What somebody draws.</summary>
/// <param name="Theme">Code of a theme of the safety plan; empty = all.</param>
/// <param name="Share">Of the surveillance hours while it counts, in percent, 1 to 50.</param>
public sealed record ZoneDetails(string DisplayName, ZoneKind Kind, string Theme, IReadOnlyList<ZoneCorner> Boundary, Interval Time, IReadOnlyList<ZoneWindow> Windows, int Share)
{
    /// <exception cref="RuleBroken">ZONE_PERIOD_EMPTY, ZONE_WITHOUT_HOURS, ZONE_WITHOUT_AREA.</exception>
    public void Require()
    {
        ZoneRules.PeriodInOrder.Require(Time.End > Time.Start, ("zone", DisplayName));
        ZoneRules.HasHours.Require(Kind is ZoneKind.Focus || Windows.Count > 0, ("zone", DisplayName));
        ZoneRules.HasArea.Require(Math.Abs(DoubledArea()) > 1e-10, ("zone", DisplayName));
    }

    // Shoelace, in square degrees: only whether there is any.
    private double DoubledArea() => Boundary.Select((corner, place) => (corner, next: Boundary[(place + 1) % Boundary.Count]))
        .Sum(edge => edge.corner.Longitude * edge.next.Latitude - edge.next.Longitude * edge.corner.Latitude);
}

/// <summary>A zone in which surveillance counts more (C-05, C-55): an immutable value.</summary>
public sealed record PatrolZone
{
    public required ZoneName Name { get; init; }
    public required ZoneDetails Details { get; init; }
    public required string ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Rises by one with each change, from 1.</summary>
    public required int Version { get; init; }

    public string Etag => $"\"{Version}\"";

    /// <summary>Part of an hour in which it counts, 0 to 1.</summary>
    public double PartOf(LocalHour hour) => new Interval(hour.Start, hour.Start.AddHours(1)).Blocks().Count(CountsAt) / 4.0;

    public PatrolZoneSet ToFact() => new(
        Name.Value, Name.Owner.Value, Details.DisplayName, Details.Theme, Details.Boundary, Details.Time.Start, Details.Time.End, Details.Windows, Version, ChangedAt);

    private bool CountsAt(DateTimeOffset moment) =>
        moment >= Details.Time.Start && moment < Details.Time.End && (Details.Windows.Count == 0 || Details.Windows.Any(window => window.Holds(DutchClock.LocalOf(moment))));
}
