using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Data;

/// <summary>The statements that keep a batch of incidents: one per table, over arrays.</summary>
internal static class IncidentSave
{
    public static void AppendTo(NpgsqlBatch batch, TenantId tenant, IReadOnlyList<Incident> incidents)
    {
        batch.BatchCommands.Add(Incidents(tenant, incidents));
        // Ended assignments first, so that a slot freed in this batch can be taken in it.
        var assignments = incidents.SelectMany(incident => incident.Assignments).ToList();
        if (assignments.Count > 0)
        {
            batch.BatchCommands.Add(Assignments(tenant, [.. assignments.Where(assignment => !assignment.IsActive)]));
            batch.BatchCommands.Add(Assignments(tenant, [.. assignments.Where(assignment => assignment.IsActive)]));
        }
        batch.BatchCommands.Add(Timeline(tenant, incidents));
    }

    private static NpgsqlBatchCommand Incidents(TenantId tenant, IReadOnlyList<Incident> incidents) => new("""
        insert into incident (tenant, id, version, state, priority, number, body, canary_at)
        select $1, i, v, s, p, n, b, c from unnest($2, $3, $4, $5, $6, $7, $8) as row (i, v, s, p, n, b, c)
        on conflict (tenant, id) do update set version = excluded.version, state = excluded.state, priority = excluded.priority, body = excluded.body
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = incidents.Select(incident => incident.Name.Id).ToArray() },
            new() { Value = incidents.Select(incident => incident.Version).ToArray() },
            new() { Value = incidents.Select(incident => (short)incident.State).ToArray() },
            new() { Value = incidents.Select(incident => incident.Priority).ToArray() },
            new() { Value = incidents.Select(incident => incident.Number).ToArray() },
            new() { Value = incidents.Select(IncidentJson.Write).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            new() { Value = incidents.Select(DateTimeOffset? (incident) => incident.IsCanary ? incident.CreatedAt : null).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
        },
    };

    private static NpgsqlBatchCommand Assignments(TenantId tenant, IReadOnlyList<Assignments.Assignment> assignments) => new("""
        insert into assignment (tenant, id, incident, unit, state, assigned_by, expires_at)
        select $1, i, n, u, s, a, e from unnest($2, $3, $4, $5, $6, $7) as row (i, n, u, s, a, e)
        on conflict (tenant, id) do update set state = excluded.state where assignment.state <> excluded.state
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = assignments.Select(assignment => assignment.Name.Id).ToArray() },
            new() { Value = assignments.Select(assignment => assignment.Name.Incident.Id).ToArray() },
            new() { Value = assignments.Select(assignment => assignment.Unit.Value).ToArray() },
            new() { Value = assignments.Select(assignment => (short)assignment.State).ToArray() },
            new() { Value = assignments.Select(assignment => assignment.AssignedBy).ToArray() },
            new() { Value = assignments.Select(assignment => assignment.ExpiresAt).ToArray() },
        },
    };

    private static NpgsqlBatchCommand Timeline(TenantId tenant, IReadOnlyList<Incident> incidents)
    {
        var lines = incidents.SelectMany(incident => incident.Happenings.Select(happening => (incident.Name.Id, Happening: happening))).ToList();
        return new("""
            insert into timeline (tenant, incident, sequence, kind, occurred_at, actor, unit, text)
            select $1, i, s, k, o, a, u, t from unnest($2, $3, $4, $5, $6, $7, $8) as row (i, s, k, o, a, u, t)
            """)
        {
            Parameters =
            {
                new() { Value = tenant.Value },
                new() { Value = lines.Select(line => line.Id).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Sequence).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Kind).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Act.At).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Act.Actor).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Unit?.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = lines.Select(line => line.Happening.Act.Text).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
    }
}
