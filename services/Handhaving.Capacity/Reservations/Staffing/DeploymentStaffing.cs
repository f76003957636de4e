using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Rosters.Deployments;

namespace Handhaving.Capacity.Reservations.Staffing;

/// <summary>How far people of a promise are rostered.</summary>
public enum StaffingState { Open = 1, Partly, Rostered, Realised }

/// <summary>How far published rosters put people to a reservation: by line, and over all.</summary>
/// <param name="State">Null while nothing is promised.</param>
/// <param name="Rostered">The fewest in one of its blocks, by line in their order.</param>
public sealed record DeploymentStaffing(StaffingState? State, IReadOnlyList<int> Rostered)
{
    /// <param name="times">Shifts that are put to the reservation, by number of the line from 1.</param>
    public static DeploymentStaffing Of(CapacityReservation reservation, ILookup<int, Interval> times, DateTimeOffset now)
    {
        if (!reservation.IsPromise) return new(null, [.. reservation.Lines.Select(_ => 0)]);
        List<DeploymentCover> covers = [.. reservation.Lines.Select((line, place) => CoverOf(reservation, line, place + 1, times))];
        return new(StateOf(covers, reservation.Lines.Max(line => line.Interval.End) <= now), [.. covers.Select(cover => cover.Fewest)]);
    }

    private static StaffingState StateOf(List<DeploymentCover> covers, bool isOver) =>
        covers.TrueForAll(cover => cover.Gaps.Count == 0) ? isOver ? StaffingState.Realised : StaffingState.Rostered
        : covers.Exists(cover => cover.Most > 0) ? StaffingState.Partly
        : StaffingState.Open;

    private static DeploymentCover CoverOf(CapacityReservation reservation, DeploymentLine line, int number, ILookup<int, Interval> times) =>
        DeploymentCover.Of(new(new(reservation.Name, number), reservation.CaseId, line.Function, line.Given, line.Interval), [.. times[number]]);
}
