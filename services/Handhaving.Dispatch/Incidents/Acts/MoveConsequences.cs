using Handhaving.Dispatch.Areas;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>What a move changes, in Dutch, for who moved the incident: whose rules hold, another district, and who is on the way to the old place (dispatch 3.1).</summary>
public static class MoveConsequences
{
    public static IEnumerable<string> Of(Incident moved, AreaMap areas)
    {
        yield return moved.Place.Area is { } area
            ? $"De regels van gemeente {areas.NameOf(area.Municipality)} gelden: daar ligt de nieuwe plaats."
            : $"De nieuwe plaats is niet op een kaart nagekeken: de regels van gemeente {moved.Name.Municipality} blijven gelden.";
        var before = moved.PreviousPlaces.Count > 0 ? moved.PreviousPlaces[^1].Area : null;
        if (moved.Place.Area is { } after && before != after && Smallest(after) is { } now)
            yield return before is null || Smallest(before) is not { } then
                ? $"De melding ligt nu in {areas.NameOf(now)}."
                : $"De melding ligt nu in {areas.NameOf(now)} en niet meer in {areas.NameOf(then)}.";
        foreach (var assignment in moved.Assignments.Where(assignment => assignment.IsActive))
            yield return $"Eenheid {assignment.Unit.Id} is ingezet op de oude plaats: geef de nieuwe door, of kies een eenheid die dichterbij is.";
    }

    private static string? Smallest(AreaPath path) => path.Neighbourhood ?? path.District;
}
