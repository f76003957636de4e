using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>What a crew may name by its task (security-privacy 8): the incident its unit is sent to, from the offer to the end, and one that it cleared until its duty ends; in a municipality that shares nothing with
/// its own only while it is on it. Its own assignment of this duty always, so that a report sent twice is answered twice; and its unit.</summary>
public sealed class CrewTasks(Databases databases)
{
    public async Task<bool> HasTaskAsync(Caller caller, string name, CancellationToken cancellation)
    {
        if (Question(caller, name) is not { } question) return false;
        await using var batch = databases.Service.CreateBatch();
        batch.BatchCommands.Add(TenantScope.Of(caller).Command());
        batch.BatchCommands.Add(question);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        return await reader.ReadAsync(cancellation) && reader.GetBoolean(0);
    }

    private static NpgsqlBatchCommand? Question(Caller caller, string name)
    {
        var job = AssignmentName.Parse(name);
        if ((job?.Incident ?? IncidentName.Parse(name)) is { } incident) return OnIncident(caller, incident, job);
        return UnitName.Parse(name) is { } unit ? InCrew(caller, unit) : null;
    }

    private static NpgsqlBatchCommand InCrew(Caller caller, UnitName unit) => new("select exists (select from duty_member where officer = $1 and unit = $2 and tenant = any((select app_own())::text[]))")
    {
        Parameters = { new() { Value = caller.Subject }, new() { Value = unit.Value } },
    };

    private static NpgsqlBatchCommand OnIncident(Caller caller, IncidentName incident, AssignmentName? job) => new("select crew_has_task($1, $2, $3, $4)")
    {
        Parameters =
        {
            new() { Value = caller.Subject },
            new() { Value = incident.Municipality },
            new() { Value = incident.Id },
            new() { Value = (object?)job?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
        },
    };
}
