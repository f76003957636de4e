using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.Triangle;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Reservations.Keeping;

/// <summary>A case whose lock this transaction has, and the counts of its blocks, locked as well.</summary>
public sealed record LockedCase(DeploymentCase Case, IReadOnlyDictionary<BlockKey, BlockCount> Counts);

/// <summary>Loads a case under its lock and keeps what an act changed, in one transaction: first the case, then its blocks in one order, so that no two acts wait for each other.</summary>
public sealed class CaseStore(CapacityDb db)
{
    /// <param name="asked">Blocks of what is asked anew.</param>
    public async Task<LockedCase> LockAsync(UnitOfWork<CapacityDb> work, CaseKey named, IEnumerable<BlockKey> asked, CancellationToken cancellation)
    {
        await work.LockAsync([named.LockName], cancellation);
        var rows = await db.Reservations.AsNoTracking().Where(row => row.Tenant == named.Municipality.Value && row.CaseId == named.CaseId).OrderBy(row => row.CaseVersion).ToListAsync(cancellation);
        var found = new DeploymentCase([.. rows.Select(row => row.ToReservation())]);
        return new(found, await LockBlocksAsync(work, [.. found.Blocks.Concat(asked).Distinct()], cancellation));
    }

    public static async Task<IReadOnlyDictionary<BlockKey, BlockCount>> LockBlocksAsync(UnitOfWork<CapacityDb> work, IReadOnlyCollection<BlockKey> keys, CancellationToken cancellation)
    {
        if (keys.Count == 0) return new Dictionary<BlockKey, BlockCount>();
        await using var batch = work.Batch();
        batch.BatchCommands.Add(BlockTable.Lock(keys));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await BlockTable.ReadAsync(reader, cancellation);
    }

    public static Task KeepAsync(UnitOfWork<CapacityDb> work, CaseChange change, CancellationToken cancellation) => KeepAsync(work, [change], null, cancellation);

    /// <summary>Keeps what a decision changed in cases, of whichever municipality they are.</summary>
    public static async Task KeepAsync(UnitOfWork<CapacityDb> work, IReadOnlyList<CaseChange> changes, DecisionName? decision, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        // What leaves a state goes before what takes it: a case has one hold and one promise.
        foreach (var reservations in changes.SelectMany(change => change.Changed.Reverse()).GroupBy(reservation => reservation.Name.Tenant))
        {
            if (decision is not null) batch.BatchCommands.Add(work.Writing(reservations.Key));
            foreach (var reservation in reservations) batch.BatchCommands.Add(Upsert(reservation));
        }
        if (decision is not null) batch.BatchCommands.Add(work.Scope.Command());
        if (BlockMoves.Sum(changes.Select(change => change.Moves)).All is { Count: > 0 } moves) batch.BatchCommands.Add(BlockTable.Move(moves, decision?.Id));
        await batch.ExecuteNonQueryAsync(cancellation);
        foreach (var reservation in changes.SelectMany(change => change.Changed))
            work.TrailOf(reservation.Name.Tenant).Publish(Guid.CreateVersion7(reservation.UpdatedAt), reservation.Name.Value, reservation.Version, ReservationFacts.Of(reservation), Activity.Current);
    }

    private static NpgsqlBatchCommand Upsert(CapacityReservation reservation) => new("""
        insert into reservation (tenant, id, case_id, case_version, state, hold_until, version, body, owners, starts_at, ends_at, awaits, decision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (id) do update set state = excluded.state, hold_until = excluded.hold_until, version = excluded.version, body = excluded.body,
          owners = excluded.owners, starts_at = excluded.starts_at, ends_at = excluded.ends_at, awaits = excluded.awaits, decision = excluded.decision
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
            new() { Value = reservation.Lines.Select(line => line.GrantedBy ?? line.Awaits).OfType<TenantId>().Select(owner => owner.Value).Distinct().ToArray() },
            new() { Value = reservation.Lines.Min(line => line.Interval.Start).ToUniversalTime() },
            new() { Value = reservation.Lines.Max(line => line.Interval.End).ToUniversalTime() },
            new() { Value = reservation.Awaited.Select(owner => owner.Value).ToArray() },
            new() { Value = (object?)reservation.Decision?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
        },
    };
}
