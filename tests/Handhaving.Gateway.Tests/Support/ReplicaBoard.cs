using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>A board that says hello and then beats, is silent or says more than anybody can hold, as its parent's name says.</summary>
public sealed class ReplicaBoard(Replica replica) : BoardService.BoardServiceBase
{
    public const string Beating = "teams/beating";
    public const string Silent = "teams/silent";
    public const string Flooding = "teams/flooding";
    public const int Beats = 12;

    private static readonly string Flood = new('x', 16 * 1024);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    public override async Task WatchBoard(WatchBoardRequest request, IServerStreamWriter<WatchBoardResponse> responseStream, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        try
        {
            await responseStream.WriteAsync(new() { Sequence = 1, Hello = new() { HeartbeatSeconds = 1 } }, cancellation);
            if (request.Parent == Silent) await Task.Delay(Timeout.Infinite, cancellation);
            while (request.Parent == Flooding) await responseStream.WriteAsync(new() { ResumeToken = Flood }, cancellation);
            using var timer = new PeriodicTimer(Beat);
            for (var beat = 0; beat < Beats && await timer.WaitForNextTickAsync(cancellation); beat++)
                await responseStream.WriteAsync(new() { Sequence = beat + 2, Heartbeat = new() }, cancellation);
        }
        catch (OperationCanceledException)
        {
            replica.WasCancelled();
            throw;
        }
    }
}
