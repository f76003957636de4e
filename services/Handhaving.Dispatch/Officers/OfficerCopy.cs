using System.Text.Json;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Officers;

/// <summary>Puts what capacity says of somebody in place of what an earlier version said.</summary>
public static class OfficerCopy
{
    /// <exception cref="MalformedMessage">A domain that this version does not know.</exception>
    public static IReadOnlyList<Appointment> AppointmentsOf(OfficerChanged changed) => [.. changed.Appointments.Select(AppointmentOf)];

    public static NpgsqlBatchCommand Keep(TenantId tenant, OfficerChanged changed, IReadOnlyList<Appointment> appointments) => new("""
        insert into officer (tenant, id, appointments, version) values ($1, $2, $3, $4)
        on conflict (id) do update set appointments = excluded.appointments, version = excluded.version where officer.version < excluded.version
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = changed.Id },
            new() { Value = JsonSerializer.Serialize(appointments, MessageJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new() { Value = changed.Sequence },
        },
    };

    private static Appointment AppointmentOf(OfficerAppointment told) =>
        new(Enum.TryParse<CompetenceDomain>(told.Domain, out var domain) ? domain : throw new MalformedMessage($"domain {told.Domain}"), told.Territory, told.ValidFrom, told.ValidUntil);
}
