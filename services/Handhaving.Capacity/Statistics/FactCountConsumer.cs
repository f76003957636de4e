using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Tenancy;
using MassTransit;
using Npgsql;

namespace Handhaving.Capacity.Statistics;

/// <summary>Takes every fact of capacity from the bus and counts it once, by hour and kind: the whole path runs, and each fact has somebody who takes it.</summary>
public sealed class FactCountConsumer(Inbox inbox) : IConsumer<ICapacityFact>
{
    public const string Name = "capacity-statistics";

    public Task Consume(ConsumeContext<ICapacityFact> context) =>
        inbox.TakeAsync(context, Name, (batch, tenant, _) => batch.BatchCommands.Add(Count(tenant, KindOf(context), context.Message.OccurredAt)));

    private static NpgsqlBatchCommand Count(TenantId tenant, string kind, DateTimeOffset occurredAt) => new("""
        insert into fact_hour (tenant, hour, kind, count) values ($1, date_trunc('hour', $2, 'UTC'), $3, 1)
        on conflict (tenant, hour, kind) do update set count = fact_hour.count + 1
        """)
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = occurredAt.ToUniversalTime() }, new() { Value = kind } },
    };

    // urn:message:Handhaving.Events.Capacity:ReservationHeld; the fact itself comes before the interfaces it has.
    private static string KindOf(ConsumeContext context) => context.SupportedMessageTypes.First().Split(':')[^1];
}
