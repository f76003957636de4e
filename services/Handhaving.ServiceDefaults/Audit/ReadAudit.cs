using System.Globalization;
using System.Text;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit.Reviews;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>Reads a tenant's audit log and recomputes its chain; who looks is written into it too.</summary>
public sealed class ReadAudit(DbContext db, TimeProvider clock)
{
    // What an entry is more than its line.
    private const int EntryBytes = 200;

    // Well within the deadline that a unary call may have.
    private readonly AuditBounds bounds = new(Lines: 50_000, TimeSpan.FromSeconds(4), clock);

    public async Task<Page<AuditEntry>> ListAsync(AuditQuery query, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await AuditSearch.FindAsync(work.Connection, call.Owner, query, page.AfterNumber, page.Size + 1, cancellation);
        var reviews = await ReviewRows.BytesOfAsync(work.Connection, call.Owner, [.. found.Entries.Select(entry => entry.Sequence)], cancellation);
        var shown = found.Entries.Take(page.Size).ThatFit(entry => Encoding.UTF8.GetByteCount(entry.Line) + EntryBytes + reviews.GetValueOrDefault(entry.Sequence));
        var note = LineOf(call, shown.Count) with { QueryDigest = query.Digest };
        await NoteAsync(work, call, query.Export is { } export ? note.Exported(export) : note, cancellation);
        var next = found.Entries.Count > shown.Count ? shown[^1].Sequence : found.Next;
        return new(shown, next is { } line ? page.TokenAfter(line.ToString(CultureInfo.InvariantCulture)) : "");
    }

    /// <summary>Recomputes the chain after a line that is known, as far as one call goes.</summary>
    public async Task<AuditVerification> VerifyAsync(AuditPlace after, Call call, CancellationToken cancellation)
    {
        var outcome = await RecomputeAsync(after, call, cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await NoteAsync(work, call, LineOf(call, outcome.EntryCount), cancellation);
        return outcome;
    }

    // One instant of the chain, to which others may add meanwhile. The note comes after it: in such a transaction the chain's head cannot be locked.
    private async Task<AuditVerification> RecomputeAsync(AuditPlace after, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), System.Data.IsolationLevel.RepeatableRead, cancellation);
        return await AuditChain.VerifyAsync(work.Connection, call.Owner, after, bounds, cancellation);
    }

    /// <param name="lines">How many were shown or recomputed.</param>
    private AuditLine LineOf(Call call, long lines) => AuditLine.Of(call, call.Owner.Name, clock.GetUtcNow()) with { RowCount = lines };

    private static async Task NoteAsync(UnitOfWork<DbContext> work, Call call, AuditLine line, CancellationToken cancellation)
    {
        work.TrailOf(call.Owner).Audit(line);
        await work.CommitAsync(cancellation);
    }
}
