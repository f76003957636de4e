using System.Text.Json;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using MassTransit;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Priorities;

/// <summary>Keeps the zones for surveillance that capacity tells of; a fact that comes twice or late changes nothing.</summary>
public sealed class ZoneCopyConsumer(Inbox inbox) : IConsumer<PatrolZoneSet>
{
    public const string Name = "dispatch-zones";
    private const string Operation = "handhaving.dispatch.ZoneCopyConsumer";

    public Task Consume(ConsumeContext<PatrolZoneSet> context)
    {
        var told = context.Message;
        return inbox.TakeAsync(context, Name, (batch, tenant, trail) =>
        {
            batch.BatchCommands.Add(Keep(tenant, told));
            trail.Audit(AuditLine.OfSystem(Operation, "patrol_zone", told.Zone, told.OccurredAt) with { ObjectVersion = told.Sequence });
        });
    }

    private static NpgsqlBatchCommand Keep(TenantId tenant, PatrolZoneSet told) => new("""
        insert into patrol_zone (zone, tenant, version, starts_at, ends_at, body) values ($1, $2, $3, $4, $5, $6)
        on conflict (zone) do update set version = excluded.version, starts_at = excluded.starts_at, ends_at = excluded.ends_at, body = excluded.body where patrol_zone.version < excluded.version
        """)
    {
        Parameters =
        {
            new() { Value = told.Zone },
            new() { Value = tenant.Value },
            new() { Value = told.Sequence },
            new() { Value = told.ValidFrom.ToUniversalTime() },
            new() { Value = told.ValidUntil.ToUniversalTime() },
            new() { Value = JsonSerializer.Serialize(told, MessageJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}
