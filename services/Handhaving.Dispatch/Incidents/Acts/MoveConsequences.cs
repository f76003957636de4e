using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Assignments;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>What a move changes, in Dutch, for who moved the incident: whose rules hold, another district, and who is on the way to the old place (dispatch 3.1).</summary>
public static class MoveConsequences
{
    public static IEnumerable<string> Of(Incident moved, AreaMap areas)
    {
        var municipality = areas.NameOf(moved.Name.Municipality);
        yield return moved.Place.Area is not null
            ? $"De regels van gemeente {municipality} gelden: daar ligt de nieuwe plaats."
            : $"De nieuwe plaats is niet op een kaart nagekeken: de regels van gemeente {municipality} blijven gelden.";
        var before = moved.PreviousPlaces.Count > 0 ? moved.PreviousPlaces[^1].Area : null;
        if (moved.Place.Area is { } after && before != after && Smallest(after) is { } now)
            yield return before is null || Smallest(before) is not { } then
                ? $"De melding ligt nu in {areas.NameOf(now)}."
                : $"De melding ligt nu in {areas.NameOf(now)} en niet meer in {areas.NameOf(then)}.";
        foreach (var assignment in moved.Assignments.Where(assignment => assignment.IsActive))
            yield return $"{Knows(assignment)} op de oude plaats: geef de nieuwe door, of kies een eenheid die dichterbij is.";
    }

    private static string Knows(Assignment assignment) => assignment.State is AssignmentState.Offered
        ? $"Eenheid {assignment.Called.CallSign} heeft een aanbod voor de melding"
        : $"Eenheid {assignment.Called.CallSign} is ingezet";

    private static string? Smallest(AreaPath path) => path.Neighbourhood ?? path.District;
}
