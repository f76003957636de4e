using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Peers;
using Handhaving.Benchmarks.Platform;
using Handhaving.Geo.V1;
using Handhaving.Testing;

namespace Handhaving.Benchmarks.Benchmarks.Recommendations;

/// <summary>PostGIS looking for the five nearest points by its index (KNN).</summary>
internal static class NearestNeighbours
{
    private const int Nearest = 5;

    // Over geography, so that near means metres and not degrees.
    private const string Table = """
        create extension if not exists postgis;
        create table unit_point (name text not null, place geography(point, 4326) not null);
        """;

    private const string Fill = "insert into unit_point select n, st_setsrid(st_makepoint(o, a), 4326)::geography from unnest($1::text[], $2::float8[], $3::float8[]) as p (n, a, o)";

    public static async Task<Contender> PrepareAsync(Pgbench pgbench, Database database, IReadOnlyDictionary<string, Position> places, int callers, CancellationToken cancellation)
    {
        await database.OwnerAsync(Table, cancellation);
        await database.OwnerAsync(Fill, cancellation, places.Keys.ToArray(), places.Values.Select(place => place.Latitude).ToArray(), places.Values.Select(place => place.Longitude).ToArray());
        await database.OwnerAsync($"create index on unit_point using gist (place); grant select on unit_point to {database.Service.Username}; analyze unit_point", cancellation);
        var (latitude, longitude) = Markets.Of("0888");
        var found = await database.OwnerAsync("select array_agg(name) from (" + Select("$2", "$1") + ") f", cancellation, latitude, longitude) as string[] ?? [];
        if (!BruteForce.Nearest(places, new(latitude, longitude), Nearest).SetEquals(found)) throw new InvalidOperationException("PostGIS does not find the nearest.");
        var script = Path.Combine(Directory.CreateDirectory(Path.Combine(ServiceProcess.Instance.Directory, "pgbench")).FullName, "nearest.sql");
        await File.WriteAllTextAsync(script, "\\set a random(50930000, 50950000)\n\\set o random(5790000, 5820000)\n" + Select(":o / 1000000.0", ":a / 1000000.0") + ";\n", cancellation);
        return new("PostGIS KNN", (length, stop) => pgbench.RunAsync([script], callers, length, stop));
    }

    private static string Select(string longitude, string latitude) =>
        $"select name from unit_point order by place <-> st_setsrid(st_makepoint({longitude}, {latitude}), 4326)::geography limit {Nearest}";
}
