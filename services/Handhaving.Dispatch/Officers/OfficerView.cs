using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Officers;

/// <summary>An officer as who signs units on sees it.</summary>
/// <param name="Domains">Domains in which it is competent somewhere today.</param>
/// <param name="Unit">In whose crew it is; null when in none.</param>
public sealed record OfficerView(string Id, IReadOnlyList<CompetenceDomain> Domains, UnitName? Unit)
{
    public static OfficerView Of(Officer officer, UnitName? unit, DateOnly day) =>
        new(officer.Id, [.. officer.Appointments.Where(appointment => appointment.HoldsOn(day)).Select(appointment => appointment.Domain).Distinct().Order()], unit);
}
