using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Fake;

/// <summary>The board in memory: a place in the log of changes is the resume token.</summary>
public sealed class FakeBoardService(FakePlatform platform) : BoardService.BoardServiceBase
{
    /// <inheritdoc />
    public override async Task WatchBoard(WatchBoardRequest request, IServerStreamWriter<WatchBoardResponse> responseStream, ServerCallContext context)
    {
        var sequence = 0L;
        Task SendAsync(WatchBoardResponse message, string token)
        {
            (message.Sequence, message.ResumeToken, message.ServerTime) = (++sequence, token, Timestamp.FromDateTime(DateTime.UtcNow));
            return responseStream.WriteAsync(message, context.CancellationToken);
        }

        var reset = !int.TryParse(request.ResumeToken, out var place);
        var hello = new Hello { HeartbeatSeconds = 10, Reset = reset };
        hello.Tenants.AddRange(platform.Units.Keys.Select(name => string.Join('/', name.Split('/').Take(2))).Distinct());
        await SendAsync(new() { Hello = hello }, "");
        if (reset)
        {
            var (snapshot, _) = platform.Read(Snapshot);
            place = snapshot.Place;
            foreach (var item in snapshot.Items)
                await SendAsync(new() { SnapshotItem = item }, "");
            await SendAsync(new() { SnapshotEnd = new() { ItemCount = snapshot.Items.Count } }, $"{place}");
        }
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var (news, changed) = platform.Read(() => platform.Log.Skip(place).ToList());
            foreach (var delta in news)
            {
                await SendAsync(new() { Delta = delta }, $"{++place}");
                platform.Faults.AfterDelta();
            }
            await changed.WaitAsync(context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private (int Place, List<BoardItem> Items) Snapshot() => (platform.Log.Count,
    [
        .. platform.Incidents.Values.Where(incident => incident.State != IncidentState.Closed).Select(incident => new BoardItem { Incident = incident.Clone() }),
        .. platform.Units.Values.Where(unit => unit.Availability != UnitAvailability.OffDuty).Select(unit => new BoardItem { Unit = unit.Clone() }),
    ]);
}
