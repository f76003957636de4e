using Google.Protobuf.WellKnownTypes;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Health;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Board;

/// <summary>Numbers and stamps the messages of one stream.</summary>
internal sealed class BoardStream(Func<V1.WatchBoardResponse, CancellationToken, Task> write, TimeProvider clock)
{
    private long sequence;
    private IReadOnlyList<Degradation> told = [];

    public Task HelloAsync(bool reset, IEnumerable<TenantId> tenants, CancellationToken cancellation) => SendAsync(new()
    {
        Hello = new()
        {
            HeartbeatSeconds = (int)WatchBoard.HeartbeatInterval.TotalSeconds,
            Reset = reset,
            Tenants = { tenants.Select(tenant => tenant.Name).Order(StringComparer.Ordinal) },
        },
    }, cancellation);

    /// <summary>Whether this screen was told that exactly this does not work.</summary>
    public bool HasTold(IReadOnlyList<Degradation> degradations) => told.SequenceEqual(degradations);

    public Task HeartbeatAsync(IReadOnlyList<Degradation> degradations, CancellationToken cancellation)
    {
        told = degradations;
        return SendAsync(new() { Heartbeat = new() { Degradations = { degradations.Select(DegradationWire.ToWire) } } }, cancellation);
    }

    /// <summary>Sends a row of the feed unless the screen has it, may not see it or shows no such thing.</summary>
    public async Task<FeedCursor> DeliverAsync(FeedCursor cursor, FeedRow row, IReadOnlySet<TenantId> tenants, CancellationToken cancellation)
    {
        var after = cursor.After(row.Xid, row.Id);
        if (after <= cursor) return cursor;
        if (cursor.Showed(row.Xid) || !tenants.Contains(row.Tenant) || BoardDeltas.Of(row) is not { } delta) return after;
        await SendAsync(new() { Delta = delta, ResumeToken = after.ToToken() }, cancellation);
        DispatchMeters.BoardDelay.Record((clock.GetUtcNow() - row.CreatedAt).TotalSeconds);
        return after;
    }

    public Task SendAsync(V1.WatchBoardResponse message, CancellationToken cancellation)
    {
        message.Sequence = ++sequence;
        message.ServerTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow());
        DispatchMeters.BoardMessages.Add(1);
        return write(message, cancellation);
    }
}
