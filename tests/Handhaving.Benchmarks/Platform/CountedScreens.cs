using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Platform;

/// <summary>Boards that count the messages they are given. One in so many is read, for how old the position in it is: to read all would cost the load more than the service.</summary>
internal sealed class CountedScreens : IAsyncDisposable
{
    private const int ReadOneIn = 64;
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> following = [];
    private readonly Method<WatchBoardRequest, Counted> watch;
    private ConcurrentBag<double> ages = [];
    private long count;

    private CountedScreens() => watch = new(
        MethodType.ServerStreaming, BoardService.Descriptor.FullName, "WatchBoard", Marshallers.Create(request => request.ToByteArray(), WatchBoardRequest.Parser.ParseFrom), new(static (_, _) => { }, Read));

    /// <summary>Messages since the start.</summary>
    public long Count => Interlocked.Read(ref count);

    public static async Task<CountedScreens> OpenAsync(IReadOnlyList<GrpcChannel> doors, Region region, int screens, CancellationToken cancellation)
    {
        var opened = new CountedScreens();
        await Task.WhenAll(Enumerable.Range(0, screens).Select(screen => opened.OpenAsync(doors[screen % doors.Count], region, cancellation)));
        return opened;
    }

    /// <returns>Milliseconds from each position read until it was here; forgotten with this call.</returns>
    public double[] TakeAges() => [.. Interlocked.Exchange(ref ages, [])];

    /// <summary>Throws when a screen ended by itself.</summary>
    public void RequireAllOpen()
    {
        if (following.Find(screen => screen.IsCompleted) is { } ended) throw new InvalidOperationException("A screen ended.", ended.Exception);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(following).ContinueWith(_ => { }, TaskScheduler.Default);
        end.Dispose();
    }

    private async Task OpenAsync(GrpcChannel door, Region region, CancellationToken cancellation)
    {
        var call = door.CreateCallInvoker().AsyncServerStreamingCall(watch, null, new CallOptions(region.Headers, cancellationToken: end.Token), new() { Parent = $"teams/{Region.Team}" });
        if (!await call.ResponseStream.MoveNext(cancellation)) throw new InvalidOperationException("A screen ended before it began.");
        lock (following) following.Add(Task.Run(() => FollowAsync(call, end.Token), cancellation));
    }

    private static async Task FollowAsync(AsyncServerStreamingCall<Counted> call, CancellationToken cancellation)
    {
        using (call)
            while (await call.ResponseStream.MoveNext(cancellation)) { }
    }

    private Counted Read(DeserializationContext context)
    {
        if (Interlocked.Increment(ref count) % ReadOneIn == 0 && WatchBoardResponse.Parser.ParseFrom(context.PayloadAsReadOnlySequence()).Delta?.Item?.Unit?.LastFix?.FixTime is { } at)
            ages.Add((TimeProvider.System.GetUtcNow() - at.ToDateTimeOffset()).TotalMilliseconds);
        return Counted.Message;
    }

    private sealed class Counted
    {
        public static readonly Counted Message = new();
    }
}
