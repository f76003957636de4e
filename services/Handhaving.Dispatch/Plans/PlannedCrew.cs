using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Plans;

/// <summary>Somebody planned in the crew of a unit, as capacity told it.</summary>
/// <param name="Roster">Resource name of the roster.</param>
public sealed record PlannedMember(UnitName Unit, string Officer, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Roster);

/// <summary>The crew that a roster plans for a unit over one stretch of time.</summary>
/// <param name="Officers">Ids, in order.</param>
public sealed record PlannedCrew(UnitName Unit, IReadOnlyList<string> Officers, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Roster)
{
    public static IReadOnlyList<PlannedCrew> Of(IEnumerable<PlannedMember> members) =>
    [
        .. members.GroupBy(member => (member.Unit, member.StartsAt, member.EndsAt, member.Roster))
            .Select(crew => new PlannedCrew(crew.Key.Unit, [.. crew.Select(member => member.Officer).Distinct().Order(StringComparer.Ordinal)], crew.Key.StartsAt, crew.Key.EndsAt, crew.Key.Roster))
            .OrderBy(crew => crew.StartsAt).ThenBy(crew => crew.Unit.Value, StringComparer.Ordinal).ThenBy(crew => crew.EndsAt),
    ];
}
