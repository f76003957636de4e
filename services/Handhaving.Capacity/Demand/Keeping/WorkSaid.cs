using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Demand.Keeping;

/// <summary>What one fact says of a unit's work on a call; of several times for one step the first counts, whichever comes first.</summary>
/// <param name="Police">Whether the unit is a team's; else it is a municipality's, of BOAs.</param>
internal sealed record WorkSaid(Guid Assignment, Guid Incident, bool Police)
{
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? OnSceneAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <exception cref="MalformedMessage">No assignment's name.</exception>
    public static WorkSaid Of(string assignment, string unit) =>
        assignment.Split('/') is ["municipalities", _, "incidents", var incident, "assignments", var id] && Guid.TryParseExact(incident, "D", out var call) && Guid.TryParseExact(id, "D", out var uuid) && TenantId.OfName(unit) is { } owner
            ? new WorkSaid(uuid, call, !owner.IsMunicipality)
            : throw new MalformedMessage($"assignment {assignment}");

    public NpgsqlBatchCommand Keep(TenantId tenant) => new("""
        insert into demand_work (tenant, assignment, incident, police, started_at, on_scene_at, ended_at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (assignment) do update set
          started_at = least(demand_work.started_at, excluded.started_at),
          on_scene_at = least(demand_work.on_scene_at, excluded.on_scene_at),
          ended_at = least(demand_work.ended_at, excluded.ended_at)
        """)
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = Assignment }, new() { Value = Incident }, new() { Value = Police }, Moment(StartedAt), Moment(OnSceneAt), Moment(EndedAt) },
    };

    private static NpgsqlParameter Moment(DateTimeOffset? moment) => new() { Value = (object?)moment?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
