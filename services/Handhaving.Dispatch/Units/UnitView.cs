using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation;

namespace Handhaving.Dispatch.Units;

/// <summary>Whether a unit can take an incident; computed, never set.</summary>
public enum UnitAvailability { OffDuty = 1, Available, Reserved, Committed }

/// <summary>A unit as it is shown.</summary>
/// <param name="Assignment">Resource name of its active assignment; null when none.</param>
/// <param name="Sequence">Rises with each sign-on and sign-off.</param>
public sealed record UnitView(
    UnitName Name, string CallSign, UnitKind Kind, UnitAvailability Availability, IReadOnlyList<string> Crew, IReadOnlyList<CompetenceDomain> Domains,
    Fix? LastFix, string? Assignment, DateTimeOffset? SignedOnAt, long Sequence, IReadOnlyList<string> Warnings)
{
    public static UnitView OffDuty(UnitName name, string callSign, UnitKind kind, long sequence) =>
        new(name, callSign, kind, UnitAvailability.OffDuty, [], [], null, null, null, sequence, []);

    public static UnitView OnDuty(UnitOnDuty unit, long sequence, Fix? lastFix, (string Name, bool IsOffer)? assignment, DateTimeOffset now)
    {
        var day = UnitFilter.DayOf(now);
        var availability = assignment switch { null => UnitAvailability.Available, { IsOffer: true } => UnitAvailability.Reserved, _ => UnitAvailability.Committed };
        return new(unit.Name, unit.CallSign, unit.Kind, availability, [.. unit.Crew.Select(officer => officer.Id)], unit.DomainsOn(day), lastFix?.At >= unit.SignedOnAt ? lastFix : null, assignment?.Name, unit.SignedOnAt, sequence, [.. Warn(unit, day)]);
    }

    private static IEnumerable<string> Warn(UnitOnDuty unit, DateOnly day)
    {
        foreach (var officer in unit.Crew)
            if (!officer.Appointments.Any(appointment => appointment.HoldsOn(day))) yield return $"De akte van {officer.Id} is niet geldig: deze medewerker telt niet mee voor de bevoegdheid.";
            else if (officer.Appointments.Where(appointment => appointment.HoldsOn(day)).Max(appointment => appointment.ValidTo) is var last && last < day.AddDays(30))
                yield return $"De akte van {officer.Id} loopt af op {last:dd-MM-yyyy}.";
    }
}
