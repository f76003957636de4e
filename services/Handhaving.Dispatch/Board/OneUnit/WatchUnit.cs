using System.Threading.Channels;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Board.OneUnit;

/// <summary>One stream about a unit: what is now, again whenever the feed says that something of the unit or its incident changed.</summary>
/// <remarks>It is read anew each time, so that it tells what the caller may read at that moment, and changes that come while it is read or written are told as one.</remarks>
public sealed class WatchUnit(FeedReader feed, ReadUnitNow read, BoardSources sources, UnitStreams streams, TimeProvider clock)
{
    // Of a storm of changes each reading tells the last; a lone one waits for nobody.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    public async Task HandleAsync(Call call, UnitName unit, Func<V1.WatchUnitResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        streams.Enter(unit, call.TaskOnly);
        try
        {
            await ListenAsync(call, new(unit), write, cancellation);
        }
        finally
        {
            streams.Leave(unit, call.TaskOnly);
        }
    }

    private async Task ListenAsync(Call call, Watched watched, Func<V1.WatchUnitResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await feed.EnterAsync(watched.Hear, cancellation);
        try
        {
            await FollowAsync(call, watched, write, cancellation);
        }
        finally
        {
            feed.Leave(watched.Hear);
        }
    }

    private async Task FollowAsync(Call call, Watched watched, Func<V1.WatchUnitResponse, CancellationToken, Task> write, CancellationToken cancellation)
    {
        V1.UnitNow? told = null;
        while (true)
        {
            var began = clock.GetTimestamp();
            var now = await read.HandleAsync(call, watched.Unit, told, cancellation);
            if (!now.Equals(told)) await write(Stamp(new() { Now = now }), cancellation);
            told = now;
            if (watched.Follows(now.Incident?.Name)) continue; // what changed of that incident before it was listened for
            if (await watched.ChangesAsync(cancellation)) await PauseAsync(began, cancellation);
            else await write(Stamp(new() { Heartbeat = new() { Degradations = { sources.Degradations.Select(DegradationWire.ToWire) } } }), cancellation);
        }
    }

    private async Task PauseAsync(long began, CancellationToken cancellation)
    {
        var left = ShortestPause - clock.GetElapsedTime(began);
        if (left > TimeSpan.Zero) await Task.Delay(left, clock, cancellation);
    }

    private V1.WatchUnitResponse Stamp(V1.WatchUnitResponse message)
    {
        message.ServerTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow());
        return message;
    }

    /// <summary>Listens for changes of a unit and of the incident that it is on; many are one until they are looked at.</summary>
    private sealed class Watched(UnitName unit)
    {
        private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private volatile string? incident;

        public UnitName Unit => unit;

        public void Hear(FeedRow row)
        {
            if (row.Subject == unit.Value || row.Subject == incident) changes.Writer.TryWrite(true);
        }

        /// <returns>Whether it is one that was not listened for yet.</returns>
        public bool Follows(string? name)
        {
            var isNew = name is not null && name != incident;
            incident = name;
            return isNew;
        }

        /// <returns>False when nothing changed until the next heartbeat.</returns>
        public async Task<bool> ChangesAsync(CancellationToken cancellation)
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            beat.CancelAfter(WatchBoard.HeartbeatInterval);
            try
            {
                return await changes.Reader.ReadAsync(beat.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return false;
            }
        }
    }
}
