using System.Diagnostics;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Triangle.Conflicts;

/// <summary>Raises a conflict in the transaction of the act that brought it about, at each owner that must decide, and tells everybody with a case on its blocks.</summary>
public sealed class RaiseConflict(CapacityDb db, SituationStore situations)
{
    private const string Operation = "handhaving.capacity.RaiseConflict";

    public async Task OfRequestAsync(UnitOfWork<CapacityDb> work, CapacityReservation asked, Call call, CancellationToken cancellation)
    {
        foreach (var owner in asked.Awaited)
        {
            var lines = asked.Lines.Where(line => line.Awaits == owner).ToList();
            Stretch[] places = [.. lines.Select(line => new Stretch(owner, line.Function, line.Interval, line.Count))];
            Shortage[] shortages = [.. lines.SelectMany(line => line.Shortages).Where(shortage => shortage.Owner == owner)];
            await RaiseAsync(work, new(new(owner, Guid.CreateVersion7(asked.UpdatedAt)), asked.Name, places, shortages, call.Caller.Subject, asked.UpdatedAt), name => AuditLine.Of(call, name, asked.UpdatedAt) with { ObjectType = "conflict" }, cancellation);
        }
    }

    /// <summary>After strength dropped; not again while a conflict about the same blocks is open.</summary>
    public async Task OfDropAsync(UnitOfWork<CapacityDb> work, FunctionName function, IReadOnlyList<Shortage> shortages, StrengthRow report, CancellationToken cancellation)
    {
        Stretch[] places = [.. shortages.Select(shortage => new Stretch(shortage.Owner, shortage.Function, shortage.Interval, shortage.Missing))];
        var now = report.ReportedAt;
        var conflict = new Conflict(new(function.Owner, Guid.CreateVersion7(now)), null, places, shortages, report.ReportedBy, now);
        var (owner, code, span) = (function.Owner.Value, function.Code, conflict.Span);
        var raised = await db.Conflicts.AsNoTracking().Where(row => row.Tenant == owner && row.Function == code && row.StartsAt < span.End && row.EndsAt > span.Start).Where(row => OpenConflicts.IsOpen(row.Id, now)).ToListAsync(cancellation);
        if (!conflict.Keys().IsSubsetOf(raised.SelectMany(row => row.ToConflict().Keys()))) await RaiseAsync(work, conflict, name => AuditLine.OfSystem(Operation, "conflict", name, now), cancellation);
    }

    // Written and looked up as the owner of the blocks: the caller may read them, and that it may raise a conflict there follows from it.
    private async Task RaiseAsync(UnitOfWork<CapacityDb> work, Conflict conflict, Func<string, AuditLine> line, CancellationToken cancellation)
    {
        await ExecuteAsync(work, TenantScope.Of(conflict.Name.Owner), cancellation);
        db.Conflicts.Add(ConflictRow.Of(conflict));
        await db.SaveChangesAsync(cancellation);
        var competing = (await situations.ReadAsync(conflict, cancellation)).Competing.Select(reservation => reservation.Name.Tenant);
        await ExecuteAsync(work, work.Scope, cancellation);
        foreach (var (told, index) in competing.Prepend(conflict.Name.Owner).Distinct().Select((told, index) => (told, index)))
            work.AlsoTrailOf(told).Publish(Guid.CreateVersion7(conflict.RaisedAt), conflict.Name.Value, index + 1, new ConflictRaised(conflict.Name.Value, told.Value, conflict.Asked?.Value ?? "", index + 1, conflict.RaisedAt), Activity.Current);
        work.AlsoTrailOf(conflict.Name.Owner).Audit(line(conflict.Name.Value));
    }

    private static async Task ExecuteAsync(UnitOfWork<CapacityDb> work, TenantScope scope, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(scope.Command());
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}
