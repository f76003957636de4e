using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Reservations.Staffing;

/// <summary>Reads when people are rostered for reservations: times alone, for who it is stays with the owner of the roster.</summary>
public sealed class RosteredBook(TimeProvider clock)
{
    public async Task<IReadOnlyList<StaffedReservation>> OfAsync(UnitOfWork<CapacityDb> work, IReadOnlyList<CapacityReservation> reservations, CancellationToken cancellation)
    {
        Guid[] promised = [.. reservations.Where(reservation => reservation.IsPromise).Select(reservation => reservation.Name.Id)];
        var times = promised.Length == 0 ? [] : await TimesAsync(work, promised, cancellation);
        var now = clock.GetUtcNow();
        return [.. reservations.Select(reservation => new StaffedReservation(reservation, DeploymentStaffing.Of(reservation, times.Where(row => row.Reservation == reservation.Name.Id).ToLookup(row => row.Line, row => row.Time), now)))];
    }

    private static async Task<List<(Guid Reservation, int Line, Interval Time)>> TimesAsync(UnitOfWork<CapacityDb> work, Guid[] reservations, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("select reservation, line, starts_at, ends_at from rostered_for($1)") { Parameters = { new() { Value = reservations } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        List<(Guid, int, Interval)> found = [];
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetGuid(0), reader.GetInt32(1), new(reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<DateTimeOffset>(3))));
        return found;
    }
}

/// <summary>A reservation and how far it has people on published rosters.</summary>
public sealed record StaffedReservation(CapacityReservation Reservation, DeploymentStaffing Staffing);
