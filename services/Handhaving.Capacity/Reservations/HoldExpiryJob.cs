using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Reservations;

/// <summary>Ends holds whose time is over, or of which all that they are for is, every two seconds: a hold outlives either by no more than one turn. Several replicas may sweep; the lock of the case decides.</summary>
public sealed class HoldExpiryJob(Databases databases, IDbContextFactory<CapacityDb> contexts, TimeProvider clock, ILogger<HoldExpiryJob> logger) : SweepJob(TimeSpan.FromSeconds(2), clock, logger)
{
    private const string Operation = "handhaving.capacity.HoldExpiryJob";

    // Page by page to the last: holds that fail stand in nobody's way, and however many end together, one turn ends them.
    public override async Task SweepAsync(CancellationToken cancellation)
    {
        var now = Clock.GetUtcNow();
        for (var page = await OverdueAsync(null, now, cancellation); page.Count > 0; page = await OverdueAsync(page[^1], now, cancellation))
            await EachAsync(page, due => ExpireAsync(due.Name, due.CaseId, cancellation));
    }

    private async Task ExpireAsync(ReservationName name, string caseId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(name.Tenant), cancellation);
        var locked = await new CaseStore(db).LockAsync(work, new(name.Tenant, caseId), [], cancellation);
        var now = Clock.GetUtcNow();
        if (locked.Case.Expire(name, new("system", now)) is not { } change) return;
        await CaseStore.KeepAsync(work, change, cancellation);
        foreach (var ended in change.Changed)
            work.TrailOf(name.Tenant).Audit(AuditLine.OfSystem(Operation, "reservation", ended.Name.Value, now) with { ObjectVersion = ended.Version });
        await work.CommitAsync(cancellation);
    }

    private async Task<List<DueHold>> OverdueAsync(DueHold? last, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select tenant, id, case_id, least(hold_until, ends_at) from reservation where state in (1, 6) and least(hold_until, ends_at) <= $1 and (least(hold_until, ends_at), id) > ($2, $3) order by least(hold_until, ends_at), id limit 100");
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = last?.Until ?? DateTimeOffset.UnixEpoch });
        command.Parameters.Add(new() { Value = last?.Name.Id ?? Guid.Empty });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<DueHold> due = [];
        while (await reader.ReadAsync(cancellation)) due.Add(new(new(reader.GetString(0), reader.GetGuid(1)), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        return due;
    }

    private sealed record DueHold(ReservationName Name, string CaseId, DateTimeOffset Until);
}
