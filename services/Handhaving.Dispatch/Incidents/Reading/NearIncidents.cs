using Handhaving.Dispatch.Data;

namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>An incident with how far it is from a point, as the database reckons it.</summary>
internal sealed record NearIncident
{
    /// <summary>As <see cref="IncidentJson"/> reads it.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Great-circle distance.</summary>
    public required double Meters { get; init; }
}

/// <summary>Distances reckoned where the rows are, so that they can be ordered by it: <see cref="Point.MetersTo"/> in SQL.</summary>
internal static class NearIncidents
{
    private const double Radians = Math.PI / 180;

    public static IQueryable<NearIncident> NearTo(this IQueryable<IncidentRow> rows, Point centre) =>
        from row in rows
        let latitude = (double)(object)DispatchDb.TextAt(row.Body, "place", "point", "latitude") * Radians // a cast of the database
        let longitude = (double)(object)DispatchDb.TextAt(row.Body, "place", "point", "longitude") * Radians
        let north = Math.Sin((latitude - centre.Latitude * Radians) / 2)
        let east = Math.Sin((longitude - centre.Longitude * Radians) / 2)
        let chord = north * north + Math.Cos(latitude) * Math.Cos(centre.Latitude * Radians) * east * east
        select new NearIncident { Body = row.Body, ReportedAt = row.ReportedAt, Meters = 2 * Point.EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(chord))) };
}
