using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Notes who opened a board, in the chain of the team and of each tenant that it will tell of; nothing is shown before that is committed.</summary>
/// <remarks>
/// Also where nothing goes on yet: what is reported there later is told without another line. Never in the transaction of a snapshot: a chain's head cannot be locked in one that must not see what others committed
/// meanwhile. Openings share commits, one at a time, not too large and in one round trip: whatever is done in these municipalities waits for the same heads.
/// </remarks>
public sealed class OpeningTrail : IAsyncDisposable
{
    private static readonly GroupLimits Sparing = new(AtOnce: 1, LargestBatch: 8);
    private readonly Databases databases;
    private readonly TimeProvider clock;
    private readonly GroupCommit<TenantScope, Note> notes;

    public OpeningTrail(Databases databases, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        notes = new(WriteAsync, Sparing);
    }

    /// <param name="shown">The incidents shown at once; none where only changes are told.</param>
    internal async Task NoteAsync(Call call, BoardReach reach, ILookup<TenantId, IncidentName> shown, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var lines = reach.Tenants.Union([call.Owner]).Select(tenant => (tenant, AuditLine.Of(call, tenant, [.. shown[tenant].Select(incident => incident.Value)], now)));
        var note = new Note([.. lines], cancellation);
        await notes.SubmitAsync(TenantScope.Of(call), note, cancellation);
        await note.Done.WaitAsync(cancellation);
    }

    public ValueTask DisposeAsync() => notes.DisposeAsync();

    // A batch without a transaction of its own is one for the server. The chains are locked in the order of their tenants, as everybody does.
    private async Task WriteAsync(TenantScope scope, IReadOnlyList<Note> together, CancellationToken cancellation)
    {
        await using var batch = databases.Service.CreateBatch();
        batch.BatchCommands.Add(scope.Command());
        foreach (var chain in together.SelectMany(note => note.Lines).GroupBy(line => line.Tenant, line => line.Line).OrderBy(chain => chain.Key.Value, StringComparer.Ordinal))
            batch.BatchCommands.Add(AuditTrail.Append(chain.Key, chain));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private sealed class Note(IReadOnlyList<(TenantId Tenant, AuditLine Line)> lines, CancellationToken cancellation) : GroupedWork(cancellation)
    {
        public IReadOnlyList<(TenantId Tenant, AuditLine Line)> Lines { get; } = lines;
    }
}
