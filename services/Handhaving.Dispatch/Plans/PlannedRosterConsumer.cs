using System.Text.Json;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Delivery;
using MassTransit;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Plans;

/// <summary>Keeps the crews that capacity's published rosters plan; dispatch signs on by them also when capacity is away. A fact that comes twice or late changes nothing.</summary>
public sealed class PlannedRosterConsumer(Inbox inbox) : IConsumer<RosterPublished>, IConsumer<RosterChanged>
{
    public const string Name = "dispatch-plans";
    private const string Operation = "handhaving.dispatch.PlannedRosterConsumer";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(92);

    public Task Consume(ConsumeContext<RosterPublished> context)
    {
        var told = context.Message;
        return TakeAsync(context, told.Roster, told.Sequence, told.OccurredAt, (batch, tenant) =>
        {
            batch.BatchCommands.Add(Keep(tenant, told.Roster, told.Sequence, (told.StartsAt, told.EndsAt), told.Crews));
            // What it replaces is over for good, also where facts of that one come later.
            if (told.Replaces is { } former) batch.BatchCommands.Add(Keep(tenant, former, long.MaxValue, (told.StartsAt, told.EndsAt), []));
            batch.BatchCommands.Add(Forget(tenant, told.OccurredAt - Kept));
        });
    }

    public Task Consume(ConsumeContext<RosterChanged> context)
    {
        var told = context.Message;
        return TakeAsync(context, told.Roster, told.Sequence, told.OccurredAt, (batch, tenant) => batch.BatchCommands.Add(Keep(tenant, told.Roster, told.Sequence, (told.StartsAt, told.EndsAt), told.Crews)));
    }

    private Task<bool> TakeAsync(ConsumeContext context, string roster, long version, DateTimeOffset at, Action<NpgsqlBatch, string> keep) => inbox.TakeAsync(context, Name, (batch, tenant, trail) =>
    {
        keep(batch, tenant.Value);
        trail.Audit(AuditLine.OfSystem(Operation, "planned_roster", roster, at) with { ObjectVersion = version });
    });

    private static NpgsqlBatchCommand Keep(string tenant, string roster, long version, (DateTimeOffset Start, DateTimeOffset End) time, IReadOnlyList<PlannedCrewMember> crews) => new("""
        insert into planned_roster (roster, tenant, version, starts_at, ends_at, crews) values ($1, $2, $3, $4, $5, $6)
        on conflict (roster) do update set version = excluded.version, starts_at = excluded.starts_at, ends_at = excluded.ends_at, crews = excluded.crews where planned_roster.version < excluded.version
        """)
    {
        Parameters =
        {
            new() { Value = roster },
            new() { Value = tenant },
            new() { Value = version },
            new() { Value = time.Start.ToUniversalTime() },
            new() { Value = time.End.ToUniversalTime() },
            new() { Value = JsonSerializer.Serialize(crews, MessageJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };

    private static NpgsqlBatchCommand Forget(string tenant, DateTimeOffset before) => new("delete from planned_roster where tenant = $1 and ends_at < $2")
    {
        Parameters = { new() { Value = tenant }, new() { Value = before.ToUniversalTime() } },
    };
}
