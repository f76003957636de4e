using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Reservations.Keeping;

/// <summary>A case whose lock this transaction has, and the counts of its blocks, locked as well.</summary>
public sealed record LockedCase(DeploymentCase Case, IReadOnlyList<CapacityReservation> Versions, IReadOnlyDictionary<BlockKey, BlockCount> Counts);

/// <summary>Loads a case under its lock and keeps what an act changed, in one transaction: first the case, then its blocks in one order, so that no two acts wait for each other.</summary>
public sealed class CaseStore(CapacityDb db)
{
    /// <param name="asked">Blocks of what is asked anew.</param>
    public async Task<LockedCase> LockAsync(UnitOfWork<CapacityDb> work, TenantId tenant, string caseId, IEnumerable<BlockKey> asked, CancellationToken cancellation)
    {
        await work.LockAsync([$"{tenant.Name}/cases/{caseId}"], cancellation);
        var rows = await db.Reservations.AsNoTracking().Where(row => row.Tenant == tenant.Value && row.CaseId == caseId).OrderBy(row => row.CaseVersion).ToListAsync(cancellation);
        CapacityReservation[] versions = [.. rows.Select(row => row.ToReservation())];
        var found = new DeploymentCase(versions);
        return new(found, versions, await CountsAsync(work, [.. found.Blocks.Concat(asked).Distinct()], cancellation));
    }

    public async Task KeepAsync(UnitOfWork<CapacityDb> work, CaseChange change, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        // What leaves a state goes before what takes it: a case has one hold and one promise.
        foreach (var reservation in change.Changed.Reverse()) batch.BatchCommands.Add(Upsert(reservation));
        if (change.Moves.All.Count > 0) batch.BatchCommands.Add(BlockTable.Move(change.Moves));
        await batch.ExecuteNonQueryAsync(cancellation);
        foreach (var reservation in change.Changed)
            work.TrailOf(reservation.Name.Tenant).Publish(Guid.CreateVersion7(reservation.UpdatedAt), reservation.Name.Value, reservation.Version, ReservationFacts.Of(reservation), Activity.Current);
    }

    private static async Task<Dictionary<BlockKey, BlockCount>> CountsAsync(UnitOfWork<CapacityDb> work, BlockKey[] keys, CancellationToken cancellation)
    {
        if (keys.Length == 0) return [];
        await using var batch = work.Batch();
        batch.BatchCommands.Add(BlockTable.Lock(keys));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await BlockTable.ReadAsync(reader, cancellation);
    }

    private static NpgsqlBatchCommand Upsert(CapacityReservation reservation) => new("""
        insert into reservation (tenant, id, case_id, case_version, state, hold_until, version, body) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update set state = excluded.state, hold_until = excluded.hold_until, version = excluded.version, body = excluded.body
        """)
    {
        Parameters =
        {
            new() { Value = reservation.Name.Municipality },
            new() { Value = reservation.Name.Id },
            new() { Value = reservation.CaseId },
            new() { Value = reservation.CaseVersion },
            new() { Value = (short)reservation.State },
            new() { Value = (object?)reservation.HoldUntil ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            new() { Value = reservation.Version },
            new() { Value = ReservationRow.BodyOf(reservation), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}
