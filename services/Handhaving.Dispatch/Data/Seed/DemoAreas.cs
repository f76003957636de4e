using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Areas.Import;
using Npgsql;

namespace Handhaving.Dispatch.Data.Seed;

/// <summary>The demo region's municipalities and districts, drawn by us around their places. Approximate: good for trying out, not for deciding.</summary>
public static class DemoAreas
{
    public static readonly AreaOrigin Origin = new(AreaOrigin.Demo, "eigen tekening, bij benadering", new DateOnly(2026, 1, 1));

    public static async Task<IReadOnlyList<Area>> ReadAsync(CancellationToken cancellation)
    {
        await using var drawing = typeof(DemoAreas).Assembly.GetManifestResourceStream("demo-areas.geojson") ?? throw new InvalidOperationException("demo-areas.geojson is not embedded.");
        return (await OfficialMap.ReadAsync(drawing, null, CoordinateGrid.Wgs84, cancellation)).Areas;
    }

    /// <summary>Where no area was ever imported; an official map is never overdrawn.</summary>
    internal static async Task SeedAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        if (await AreaTable.LastVersionAsync(owner, cancellation) > 0) return;
        await ImportAreas.ApplyAsync(owner, Origin, await ReadAsync(cancellation), cancellation);
    }
}
