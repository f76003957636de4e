using System.Net;
using Handhaving.AppHost.Local.Processes;
using Handhaving.Benchmarks.Measuring;
using StackExchange.Redis;

namespace Handhaving.Benchmarks.Peers;

/// <summary>redis-benchmark that moves as many members as there are units, in pipelines as long as our batches.</summary>
internal sealed class GeoAdd(string program, ConfigurationOptions redis, Watch watch)
{
    private const string Key = "benchmark:geo";
    private const int Members = 4000, Connections = 8, FirstGuess = 200_000;
    private double perSecond = FirstGuess;

    public async Task<Sample> RunAsync(TimeSpan length, CancellationToken cancellation)
    {
        var count = (long)Math.Max(FirstGuess, perSecond * length.TotalSeconds);
        var ((operations, elapsed), uses) = await watch.FollowAsync(() => RunProgramAsync(count, cancellation));
        perSecond = operations / elapsed.TotalSeconds;
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis);
        var stored = await connection.GetDatabase().SortedSetLengthAsync(Key);
        await connection.GetDatabase().KeyDeleteAsync(Key);
        if (stored != Members) throw new InvalidOperationException($"{operations} positions of {Members} members left {stored}.");
        return new(operations, elapsed, [], uses);
    }

    private async Task<(long Operations, TimeSpan Elapsed)> RunProgramAsync(long count, CancellationToken cancellation)
    {
        var server = (IPEndPoint)redis.EndPoints[0];
        var result = await Tool.RunAsync(program,
        [
            "-h", $"{server.Address}", "-p", $"{server.Port}", "-a", $"{redis.Password}", "-n", $"{count}", "-c", $"{Connections}", "-P", "20", "-r", $"{Members}", "--csv",
            "geoadd", Key, "5.81", "50.94", "unit:__rand_int__",
        ], cancellation);
        return (count, TimeSpan.FromSeconds(count / RedisRate.Of(result.Output, "geoadd")));
    }
}
