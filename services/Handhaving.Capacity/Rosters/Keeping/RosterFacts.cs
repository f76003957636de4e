using Handhaving.Events.Capacity;

namespace Handhaving.Capacity.Rosters.Keeping;

/// <summary>What others are told of a roster: its crews, and nothing of people without a unit.</summary>
internal static class RosterFacts
{
    public static ICapacityFact Of(DutyRoster roster, bool isNew) => isNew
        ? new RosterPublished(roster.Name.Value, roster.Name.Owner.Value, roster.Time.Start, roster.Time.End, CrewsOf(roster), roster.Replaces?.Value, roster.Version, roster.UpdatedAt)
        : new RosterChanged(roster.Name.Value, roster.Name.Owner.Value, roster.Time.Start, roster.Time.End, CrewsOf(roster), roster.Version, roster.UpdatedAt);

    private static IReadOnlyList<PlannedCrewMember> CrewsOf(DutyRoster roster) =>
        [.. roster.Shifts.Where(shift => shift.Unit.Length > 0).Select(shift => new PlannedCrewMember(shift.Unit, shift.Officer.Value, shift.Time.Start, shift.Time.End))];
}
