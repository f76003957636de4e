using System.Globalization;
using System.Net;
using Handhaving.AppHost.Local.Processes;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Peers;
using Handhaving.Geo.V1;
using Handhaving.Testing;
using StackExchange.Redis;

namespace Handhaving.Benchmarks.Benchmarks.Recommendations;

/// <summary>Redis looking for the five nearest members within two kilometres.</summary>
internal static class GeoSearch
{
    private const string Key = "benchmark:units";
    private const int Nearest = 5, FirstGuess = 5_000;
    private const double Kilometres = 2;

    public static async Task<Contender> PrepareAsync(string program, ConfigurationOptions redis, IReadOnlyDictionary<string, Position> places, int callers, Watch watch)
    {
        var (latitude, longitude) = Markets.Of("0888");
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var database = connection.GetDatabase();
        await database.GeoAddAsync(Key, [.. places.Select(place => new GeoEntry(place.Value.Longitude, place.Value.Latitude, place.Key))]);
        var found = await database.GeoSearchAsync(Key, longitude, latitude, new GeoSearchCircle(Kilometres, GeoUnit.Kilometers), Nearest, order: Order.Ascending);
        if (!BruteForce.Nearest(places, new(latitude, longitude), Nearest).SetEquals(found.Select(entry => entry.Member.ToString()))) throw new InvalidOperationException("Redis does not find the nearest.");
        var perSecond = (double)FirstGuess;
        return new("Redis GEOSEARCH, 2 km", async (length, cancellation) =>
        {
            var count = (long)Math.Max(FirstGuess, perSecond * length.TotalSeconds);
            var server = (IPEndPoint)redis.EndPoints[0];
            var (result, uses) = await watch.FollowAsync(() => Tool.RunAsync(program,
            [
                "-h", $"{server.Address}", "-p", $"{server.Port}", "-a", $"{redis.Password}", "-n", $"{count}", "-c", $"{callers}", "--csv",
                "geosearch", Key, "FROMLONLAT", Text(longitude), Text(latitude), "BYRADIUS", Text(Kilometres), "km", "ASC", "COUNT", $"{Nearest}",
            ], cancellation));
            perSecond = RedisRate.Of(result.Output, "geosearch");
            return new(count, TimeSpan.FromSeconds(count / perSecond), [], uses);
        });
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
