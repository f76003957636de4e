using Handhaving.Events.Capacity;

namespace Handhaving.Capacity.People.Keeping;

/// <summary>What others are told of somebody: who it is and which powers it has, and nothing of contracts or absences.</summary>
internal static class OfficerFacts
{
    public static OfficerChanged Of(Officer officer) => new(
        officer.Name.Value, officer.Name.Owner.Value, officer.Name.Id,
        [.. officer.Details.Appointments.Select(appointment => new OfficerAppointment($"{appointment.Domain}", appointment.Territory, appointment.ValidFrom, appointment.ValidUntil))],
        officer.Version, officer.UpdatedAt);
}
