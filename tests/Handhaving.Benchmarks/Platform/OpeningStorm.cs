using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Platform;

/// <summary>Boards that are opened all at once and held open. What they show is not read as messages: the load would spend more on that than the service on sending it.</summary>
internal sealed class OpeningStorm(Region region) : IAsyncDisposable
{
    private static readonly Method<WatchBoardRequest, Glance> Watch = new(
        MethodType.ServerStreaming, BoardService.Descriptor.FullName, "WatchBoard", Marshallers.Create(request => request.ToByteArray(), WatchBoardRequest.Parser.ParseFrom), new(static (_, _) => { }, Look));

    private readonly CancellationTokenSource end = new();
    private readonly List<Task> following = [];

    /// <returns>How long until the last of them had its snapshot.</returns>
    public async Task<TimeSpan> OpenAsync(IReadOnlyList<GrpcChannel> doors, IReadOnlyList<string> teams, int count, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, count).Select(screen => Task.Run(() => OpenAsync(doors[screen % doors.Count], teams[screen / doors.Count % teams.Count], cancellation), cancellation)));
        return Stopwatch.GetElapsedTime(began);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(following).ContinueWith(_ => { }, TaskScheduler.Default);
        end.Dispose();
    }

    private async Task OpenAsync(GrpcChannel door, string team, CancellationToken cancellation)
    {
        var call = door.CreateCallInvoker().AsyncServerStreamingCall(Watch, null, new CallOptions(region.Headers, cancellationToken: end.Token), new() { Parent = $"teams/{team}" });
        do
            if (!await call.ResponseStream.MoveNext(cancellation)) throw new InvalidOperationException("A screen ended before its snapshot did.");
        while (call.ResponseStream.Current != Glance.End);
        lock (following) following.Add(Task.Run(() => FollowAsync(call, end.Token), cancellation));
    }

    private static async Task FollowAsync(AsyncServerStreamingCall<Glance> call, CancellationToken cancellation)
    {
        using (call)
            while (await call.ResponseStream.MoveNext(cancellation)) { }
    }

    private static Glance Look(DeserializationContext context)
    {
        var message = new CodedInputStream(context.PayloadAsNewBuffer());
        for (var tag = message.ReadTag(); tag != 0; tag = message.ReadTag())
        {
            if (WireFormat.GetTagFieldNumber(tag) == WatchBoardResponse.SnapshotEndFieldNumber) return Glance.End;
            message.SkipLastField();
        }
        return Glance.Other;
    }

    private sealed class Glance
    {
        public static readonly Glance Other = new(), End = new();
    }
}
