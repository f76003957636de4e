using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Snapshots of boards, one for all who may read the same and wait at the same time; each of them is noted before it gets it.</summary>
public sealed class SharedSnapshots : IAsyncDisposable
{
    private const int AtOnce = 2; // of the many connections that commands use
    private readonly SharedReading<BoardContent> readings;
    private readonly OpeningTrail trail;

    public SharedSnapshots(BoardSnapshot snapshots, OpeningTrail trail) => (readings, this.trail) = (new(snapshots.ReadAsync, AtOnce), trail);

    internal async Task<BoardContent> ReadAsync(Call call, CancellationToken cancellation)
    {
        var content = await readings.AskAsync(TenantScope.Of(call), cancellation);
        await trail.NoteAsync(call, content.Reach, content.Shown, cancellation);
        return content;
    }

    public ValueTask DisposeAsync() => readings.DisposeAsync();
}
