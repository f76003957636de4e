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

/// <summary>Keeps the priorities that capacity says hold; dispatch works on them also when capacity is away. A fact that comes twice or late changes nothing.</summary>
public sealed class PriorityCopyConsumer(Inbox inbox) : IConsumer<PrioritiesHeld>
{
    public const string Name = "dispatch-priorities";
    private const string Operation = "handhaving.dispatch.PriorityCopyConsumer";

    public Task Consume(ConsumeContext<PrioritiesHeld> context)
    {
        var told = context.Message;
        return inbox.TakeAsync(context, Name, (batch, tenant, trail) =>
        {
            batch.BatchCommands.Add(Keep(tenant, told));
            trail.Audit(AuditLine.OfSystem(Operation, "priorities", told.Profile, told.OccurredAt) with { ObjectVersion = told.Sequence });
        });
    }

    internal static NpgsqlBatchCommand Keep(TenantId tenant, PrioritiesHeld told) => new("""
        insert into priorities (tenant, version, revision, profile, valid_from, valid_until, themes) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (tenant, version) do update set revision = excluded.revision, valid_from = excluded.valid_from, valid_until = excluded.valid_until, themes = excluded.themes
        where priorities.revision < excluded.revision
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = told.Version },
            new() { Value = told.Sequence },
            new() { Value = told.Profile },
            new() { Value = told.ValidFrom },
            new() { Value = told.ValidUntil },
            new() { Value = JsonSerializer.Serialize(told.Themes, MessageJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}
