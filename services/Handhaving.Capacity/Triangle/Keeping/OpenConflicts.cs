using System.Linq.Expressions;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Triangle.Decisions;

namespace Handhaving.Capacity.Triangle.Keeping;

/// <summary>Which conflicts are open, as <see cref="Options.Situation.IsOpenAt"/> says of one; asked of the database for many. The blocks of a drop are all those between its first and its last.</summary>
internal static class OpenConflicts
{
    public static Expression<Func<ConflictRow, bool>> At(CapacityDb db, DateTimeOffset now) => row =>
        (row.Reservation != null && db.Reservations.Any(asked => asked.Id == row.Reservation && asked.State == ReservationState.InConflict && asked.HoldUntil > now && asked.Awaits.Contains(row.Tenant)))
        || (row.Reservation == null && !db.Decisions.Any(decision => decision.Conflict == row.Id && decision.State == DecisionState.Executed)
            && db.Blocks.Any(block => block.Tenant == row.Tenant && block.Function == row.Function && block.StartsAt >= row.StartsAt && block.StartsAt < row.EndsAt
                && (block.Held + block.Confirmed > block.Plannable || (block.Held + block.Confirmed - block.Waived > 0 && block.Held + block.Confirmed - block.Waived > block.Plannable - block.Waterline))));
}
