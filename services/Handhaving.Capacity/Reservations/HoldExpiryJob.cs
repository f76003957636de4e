using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Reservations;

/// <summary>Ends holds whose time is over, every two seconds: a hold outlives its time by no more than one turn. Several replicas may sweep; the lock of the case decides.</summary>
public sealed class HoldExpiryJob(Databases databases, IDbContextFactory<CapacityDb> contexts, TimeProvider clock, ILogger<HoldExpiryJob> logger) : SweepJob(TimeSpan.FromSeconds(2), clock, logger)
{
    private const string Operation = "handhaving.capacity.HoldExpiryJob";

    public override async Task SweepAsync(CancellationToken cancellation) => await EachAsync(await OverdueAsync(cancellation), due => ExpireAsync(due.Name, due.CaseId, cancellation));

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

    private async Task<List<(ReservationName Name, string CaseId)>> OverdueAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select tenant, id, case_id from reservation where state in (1, 6) and hold_until <= $1 order by hold_until limit 100");
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(ReservationName, string)> due = [];
        while (await reader.ReadAsync(cancellation)) due.Add((new(reader.GetString(0), reader.GetGuid(1)), reader.GetString(2)));
        return due;
    }
}
