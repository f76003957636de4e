using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Tenancy;
using MassTransit;
using Npgsql;

namespace Handhaving.Capacity.Presence;

/// <summary>Keeps how long units were in which district, for a quarter of a year. A fact that comes twice changes nothing.</summary>
public sealed class PresenceConsumer(Inbox inbox) : IConsumer<PresenceCounted>
{
    public const string Name = "capacity-presence";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(92);

    public Task Consume(ConsumeContext<PresenceCounted> context)
    {
        var told = context.Message;
        return inbox.TakeAsync(context, Name, (batch, tenant, _) =>
        {
            batch.BatchCommands.Add(Keep(tenant, told));
            batch.BatchCommands.Add(new("delete from presence_hour where tenant = $1 and starts_at < $2") { Parameters = { new() { Value = tenant.Value }, new() { Value = (told.OccurredAt - Kept).ToUniversalTime() } } });
        });
    }

    private static NpgsqlBatchCommand Keep(TenantId tenant, PresenceCounted told) => new("insert into presence_hour (tenant, area, starts_at, boa_minutes, police_minutes) values ($1, $2, $3, $4, $5) on conflict do nothing")
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = told.Area }, new() { Value = told.Hour.ToUniversalTime() }, new() { Value = told.BoaMinutes }, new() { Value = told.PoliceMinutes } },
    };
}
