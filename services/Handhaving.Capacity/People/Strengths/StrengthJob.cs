using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>Counts strength of owners to whom somebody is lent, and of days that come within reach. Several replicas may; the lock of an owner's people decides.</summary>
public sealed class StrengthJob(Databases databases, IDbContextFactory<CapacityDb> contexts, TimeProvider clock, ILogger<StrengthJob> logger) : SweepJob(TimeSpan.FromSeconds(5), clock, logger)
{
    private const string Operation = "handhaving.capacity.StrengthJob";

    // A week's days come within reach together: each count costs a report.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(85);

    public override async Task SweepAsync(CancellationToken cancellation) => await EachAsync(await OverdueAsync(cancellation), owner => DeriveAsync(owner, cancellation));

    private async Task DeriveAsync(TenantId owner, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var derive = new DeriveStrength(new PeopleBook(db, new LedgerQueries(db, Clock)), new StrengthStore(db, new RaiseConflict(db, new SituationStore(db))), new PublishedBook(db));
        await using var work = await db.BeginAsync(TenantScope.Of(owner), cancellation);
        if (!await IsFreeAsync(work, owner, cancellation)) return; // another replica is at it, and counts all that is due
        var now = Clock.GetUtcNow();
        if (!(await OverdueAsync(cancellation)).Contains(owner)) return; // another replica was first
        await derive.HandleAsync(work, owner, DeriveStrength.Horizon(now), new("system", now), cancellation);
        work.TrailOf(owner).Audit(AuditLine.OfSystem(Operation, "strength", owner.Name, now));
        await work.CommitAsync(cancellation);
    }

    private static async Task<bool> IsFreeAsync(UnitOfWork<CapacityDb> work, TenantId owner, CancellationToken cancellation)
    {
        try
        {
            await PeopleStore.LockAsync(work, owner, cancellation);
            return true;
        }
        catch (PostgresException held) when (held.SqlState is PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private async Task<List<TenantId>> OverdueAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select owner from derived_strength where due or derived_until < $1 order by owner limit 100");
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() + Reach });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<TenantId> due = [];
        while (await reader.ReadAsync(cancellation)) due.Add(new(reader.GetString(0)));
        return due;
    }
}
