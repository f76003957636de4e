using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Notes who opened a board, in the chain of the team and of each tenant that it will tell of; nothing is shown before that is committed.</summary>
/// <remarks>
/// Also where nothing goes on yet: what is reported there later is told without another line. Never in the transaction of a snapshot: a chain's head cannot be locked in one that must not see what others committed
/// meanwhile. Openings share commits, one at a time and not too large: whatever is done in these municipalities waits for the same heads.
/// </remarks>
public sealed class OpeningTrail : IAsyncDisposable
{
    private static readonly GroupLimits Sparing = new(AtOnce: 1, LargestBatch: 16);
    private readonly IDbContextFactory<DispatchDb> databases;
    private readonly TimeProvider clock;
    private readonly GroupCommit<TenantScope, Note> notes;

    public OpeningTrail(IDbContextFactory<DispatchDb> databases, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        notes = new(WriteAsync, Sparing);
    }

    /// <param name="shown">The incidents shown at once; none where only changes are told.</param>
    internal async Task NoteAsync(Call call, BoardReach reach, IReadOnlyList<IncidentName> shown, CancellationToken cancellation)
    {
        var names = shown.ToLookup(incident => incident.Tenant, incident => incident.Value);
        var lines = reach.Tenants.Union([call.Owner]).SelectMany(tenant => names[tenant].DefaultIfEmpty(tenant.Name), (tenant, name) => (tenant, name));
        var note = new Note(call, [.. lines], cancellation);
        await notes.SubmitAsync(TenantScope.Of(call), note, cancellation);
        await note.Done.WaitAsync(cancellation);
    }

    public ValueTask DisposeAsync() => notes.DisposeAsync();

    private async Task WriteAsync(TenantScope scope, IReadOnlyList<Note> together, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(scope, cancellation);
        foreach (var note in together) work.Consulted(note.Call, note.Lines, clock.GetUtcNow());
        await work.CommitAsync(cancellation);
    }

    private sealed class Note(Call call, IReadOnlyList<(TenantId Tenant, string Name)> lines, CancellationToken cancellation) : GroupedWork(cancellation)
    {
        public Call Call { get; } = call;

        public IReadOnlyList<(TenantId Tenant, string Name)> Lines { get; } = lines;
    }
}
