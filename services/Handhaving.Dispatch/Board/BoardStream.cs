using Google.Protobuf.WellKnownTypes;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Board;

/// <summary>Numbers and stamps the messages of one stream.</summary>
internal sealed class BoardStream(Func<V1.WatchBoardResponse, CancellationToken, Task> write, TimeProvider clock)
{
    private long sequence;

    public Task HelloAsync(bool reset, IEnumerable<TenantId> tenants, CancellationToken cancellation) => SendAsync(new()
    {
        Hello = new()
        {
            HeartbeatSeconds = (int)WatchBoard.HeartbeatInterval.TotalSeconds,
            Reset = reset,
            Tenants = { tenants.Select(tenant => tenant.Name).Order(StringComparer.Ordinal) },
        },
    }, cancellation);

    public Task SendAsync(V1.WatchBoardResponse message, CancellationToken cancellation)
    {
        message.Sequence = ++sequence;
        message.ServerTime = Timestamp.FromDateTimeOffset(clock.GetUtcNow());
        return write(message, cancellation);
    }

}
