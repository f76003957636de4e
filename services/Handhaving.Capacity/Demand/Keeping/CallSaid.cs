using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Demand.Keeping;

/// <summary>What one fact says of a call; null is not said.</summary>
/// <param name="Sequence">Place of the fact in the history of its incident: what was said later counts, whichever comes first.</param>
internal sealed record CallSaid(Guid Incident, long Sequence)
{
    public DateTimeOffset? ReportedAt { get; init; }

    public string? Area { get; init; }

    public string? Type { get; init; }

    public int? Priority { get; init; }

    /// <exception cref="MalformedMessage">No incident's name.</exception>
    public static CallSaid Of(string incident, long sequence) =>
        incident.Split('/') is ["municipalities", _, "incidents", var id] && Guid.TryParseExact(id, "D", out var uuid) ? new CallSaid(uuid, sequence) : throw new MalformedMessage($"incident {incident}");

    public NpgsqlBatchCommand Keep(TenantId tenant) => new("""
        insert into demand_call (tenant, incident, reported_at, area, area_said, family, family_said, priority, priority_said) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (incident) do update set
          reported_at = coalesce(demand_call.reported_at, excluded.reported_at),
          area = case when excluded.area_said > demand_call.area_said then excluded.area else demand_call.area end,
          area_said = greatest(excluded.area_said, demand_call.area_said),
          family = case when excluded.family_said > demand_call.family_said then excluded.family else demand_call.family end,
          family_said = greatest(excluded.family_said, demand_call.family_said),
          priority = case when excluded.priority_said > demand_call.priority_said then excluded.priority else demand_call.priority end,
          priority_said = greatest(excluded.priority_said, demand_call.priority_said)
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = Incident },
            new() { Value = (object?)ReportedAt?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
            new() { Value = (object?)Area ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new() { Value = Area is null ? 0 : Sequence },
            new() { Value = CallTypeName.FamilyOf(Type ?? "").Value },
            new() { Value = Type is null ? 0 : Sequence },
            new() { Value = (short)(Priority ?? 0) },
            new() { Value = Priority is null ? 0 : Sequence },
        },
    };
}
