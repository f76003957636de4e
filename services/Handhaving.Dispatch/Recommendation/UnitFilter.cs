using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>Why a unit does not fit.</summary>
public enum RejectionCode { DomainMissing = 1, TerritoryMissing, AppointmentExpired, CrewTooSmall, NotAvailable }

/// <summary>One reason, with a sentence in Dutch.</summary>
public sealed record Rejection(RejectionCode Code, string Text);

/// <summary>The hard filters on a unit: competence = domain x territory x date over its crew, and staffing. Used to recommend and to assign alike.</summary>
public static class UnitFilter
{
    private static readonly TimeZoneInfo DutchTime = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <returns>All the reasons; empty when the unit fits.</returns>
    public static IEnumerable<Rejection> Reject(UnitOnDuty unit, IncidentType type, TenantId municipality, DateTimeOffset now)
    {
        var day = DayOf(now);
        var inDomain = unit.Crew.SelectMany(officer => officer.Appointments).Where(appointment => appointment.Covers(type.Domain)).ToList();
        var inPlace = inDomain.Where(appointment => appointment.HoldsIn(municipality)).ToList();
        if (inDomain.Count == 0)
            yield return new(RejectionCode.DomainMissing, $"niemand is bevoegd in domein {DutchDomains.NameOf(type.Domain)}");
        else if (inPlace.Count == 0)
            yield return new(RejectionCode.TerritoryMissing, $"de akte geldt niet in gemeente {municipality.Value}");
        else if (!inPlace.Any(appointment => appointment.HoldsOn(day)))
            yield return new(RejectionCode.AppointmentExpired, $"de akte is niet geldig op {day:dd-MM-yyyy} ({string.Join(", ", inPlace.Select(appointment => $"geldig van {appointment.ValidFrom:dd-MM-yyyy} tot en met {appointment.ValidTo:dd-MM-yyyy}").Distinct())})");
        var needed = Math.Max(type.MinimumCrew, unit.MinimumCrew);
        if (unit.Crew.Count < needed)
            yield return new(RejectionCode.CrewTooSmall, $"{unit.Crew.Count} van de {needed} mensen die nodig zijn");
    }

    /// <summary>The day in the Netherlands on which an instant falls: validity of an akte is in civil days.</summary>
    public static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, DutchTime).DateTime);
}
