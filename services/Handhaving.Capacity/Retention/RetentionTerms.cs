using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Retention;

/// <summary>Says and sets how long an owner keeps things.</summary>
public sealed class RetentionTerms(CapacityDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<RetentionTerm>> ListAsync(Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var terms = await OfAsync(db, call.Owner, cancellation);
        work.Consulted(call, terms.Select(term => (term.Owner, term.Name)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return terms;
    }

    /// <exception cref="RuleBroken">ETAG_MISMATCH, RETENTION_TERM_UNLAWFUL.</exception>
    public async Task<RetentionTerm> PutAsync(RetainedKind kind, int days, string reason, string etag, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)); // as finely as it is kept
        var name = RetentionTerm.NameOf(call.Owner, kind);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([name], cancellation);
        if (await work.AnswerAgainAsync<RetentionTerm>(call, request, name, now, cancellation) is { } answered) return answered;
        var row = await db.RetentionTerms.SingleOrDefaultAsync(row => row.Tenant == call.Owner.Value && row.Kind == kind, cancellation);
        var before = row?.ToTerm() ?? RetentionTerm.Usual(call.Owner, kind);
        Reasons.EtagMismatch.Require(etag == before.Etag, ("name", name));
        var term = before.With(days, reason, call.Caller.Subject, now);
        if (row is null) db.RetentionTerms.Add(row = new() { Tenant = call.Owner.Value, Kind = kind });
        row.Take(term);
        await db.SaveChangesAsync(cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name, now, term.Version) with { Action = "CONFIG", ReasonText = reason });
        await work.CommitAsync(call.Owner, request, term, cancellation);
        return term;
    }

    /// <summary>Of each kind; asked within a transaction.</summary>
    public static async Task<IReadOnlyList<RetentionTerm>> OfAsync(CapacityDb db, TenantId owner, CancellationToken cancellation)
    {
        var set = (await db.RetentionTerms.AsNoTracking().Where(row => row.Tenant == owner.Value).ToListAsync(cancellation)).ToDictionary(row => row.Kind, row => row.ToTerm());
        return [.. RetentionTerm.Kinds.Select(kind => set.GetValueOrDefault(kind) ?? RetentionTerm.Usual(owner, kind))];
    }
}
