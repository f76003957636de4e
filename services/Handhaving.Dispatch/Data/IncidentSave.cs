using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.History;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Data;

/// <summary>The statements that keep a batch of incidents: one per table, over arrays.</summary>
internal static class IncidentSave
{
    private const string Update = "on conflict (tenant, id) do update set version = excluded.version, state = excluded.state, priority = excluded.priority, body = excluded.body";

    public static void AppendTo(NpgsqlBatch batch, TenantId tenant, IReadOnlyList<Incident> incidents)
    {
        // A new incident is a plain insert: "on conflict" would ask the wall for what may be read, which is most of its cost.
        var opened = incidents.ToLookup(incident => incident.Happenings[0].Sequence == 1);
        if (opened[true].Any()) batch.BatchCommands.Add(Incidents(tenant, [.. opened[true]], ""));
        if (opened[false].Any()) batch.BatchCommands.Add(Incidents(tenant, [.. opened[false]], Update));
        // Ended assignments first, so that a slot freed in this batch can be taken in it.
        var assignments = incidents.SelectMany(incident => incident.Assignments.Select(assignment => (Assignment: assignment, incident.IsRestricted))).ToList();
        if (assignments.Count > 0)
        {
            batch.BatchCommands.Add(Assignments(tenant, [.. assignments.Where(one => !one.Assignment.IsActive)]));
            batch.BatchCommands.Add(Assignments(tenant, [.. assignments.Where(one => one.Assignment.IsActive)]));
        }
        batch.BatchCommands.Add(Timeline(tenant, incidents));
    }

    public static void AppendReporters(NpgsqlBatch batch, TenantId tenant, IEnumerable<IncidentWork> works)
    {
        foreach (var work in works)
            if (work.Answer?.Reporter is { } reporter)
                batch.BatchCommands.Add(new("insert into reporter (tenant, incident, display_name, phone, email, wants_answer) values ($1, $2, $3, $4, $5, $6)")
                {
                    Parameters =
                    {
                        new() { Value = tenant.Value },
                        new() { Value = work.Name.Id },
                        new() { Value = reporter.DisplayName },
                        new() { Value = reporter.Phone },
                        new() { Value = reporter.Email },
                        new() { Value = reporter.WantsAnswer },
                    },
                });
    }

    private static NpgsqlBatchCommand Incidents(TenantId tenant, IReadOnlyList<Incident> incidents, string onConflict) => new($"""
        insert into incident (tenant, id, version, state, priority, number, body, canary_at)
        select $1, i, v, s, p, n, b, c from unnest($2, $3, $4, $5, $6, $7, $8) as row (i, v, s, p, n, b, c)
        {onConflict}
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

    private static NpgsqlBatchCommand Assignments(TenantId tenant, IReadOnlyList<(Assignments.Assignment Assignment, bool IsRestricted)> assignments) => new("""
        insert into assignment (tenant, id, incident, unit, state, assigned_by, expires_at, restricted, left_at)
        select $1, i, n, u, s, a, e, r, l from unnest($2, $3, $4, $5, $6, $7, $8, $9) as row (i, n, u, s, a, e, r, l)
        on conflict (tenant, id) do update set state = excluded.state, left_at = excluded.left_at where assignment.state <> excluded.state
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = assignments.Select(one => one.Assignment.Name.Id).ToArray() },
            new() { Value = assignments.Select(one => one.Assignment.Name.Incident.Id).ToArray() },
            new() { Value = assignments.Select(one => one.Assignment.Unit.Value).ToArray() },
            new() { Value = assignments.Select(one => (short)one.Assignment.State).ToArray() },
            new() { Value = assignments.Select(one => one.Assignment.AssignedBy).ToArray() },
            new() { Value = assignments.Select(one => one.Assignment.ExpiresAt).ToArray() },
            new() { Value = assignments.Select(one => one.IsRestricted).ToArray() },
            new() { Value = assignments.Select(one => one.Assignment.EndedAt).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
        },
    };

    private static NpgsqlBatchCommand Timeline(TenantId tenant, IReadOnlyList<Incident> incidents)
    {
        var lines = incidents.SelectMany(incident => incident.Happenings.Select(happening => (incident.Name.Id, Happening: happening))).ToList();
        return new("""
            insert into timeline (tenant, incident, sequence, kind, occurred_at, recorded_at, actor, unit, text, changes, reported_by)
            select $1, i, s, k, o, coalesce(r, clock_timestamp()), a, u, t, c, b from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as row (i, s, k, o, r, a, u, t, c, b)
            """)
        {
            Parameters =
            {
                new() { Value = tenant.Value },
                new() { Value = lines.Select(line => line.Id).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Sequence).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Kind).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Act.OccurredAt).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Act.RecordTime).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz },
                new() { Value = lines.Select(line => line.Happening.Act.Actor).ToArray() },
                new() { Value = lines.Select(line => line.Happening.Unit?.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = lines.Select(line => line.Happening.Act.Text).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = lines.Select(line => TimelineWire.Write(line.Happening.Changes)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
                new() { Value = lines.Select(line => (short?)line.Happening.Act.By).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint },
            },
        };
    }
}
