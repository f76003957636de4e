using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Tenancy;
using MassTransit;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Notices;

/// <summary>Keeps what planners are told of, for a quarter of a year. A fact that comes twice is kept once.</summary>
public sealed class NoticeConsumer(Inbox inbox)
    : IConsumer<CapacityDropped>, IConsumer<WaterlineChanged>, IConsumer<ConflictRaised>, IConsumer<TriangleDecided>, IConsumer<CompetenceExpiring>, IConsumer<RestShort>, IConsumer<LoanWithdrawn>,
      IConsumer<ReservationHeld>, IConsumer<ReservationConfirmed>, IConsumer<ReservationRejected>, IConsumer<ReservationExpired>, IConsumer<ReservationReleased>, IConsumer<ReservationAwaitsDecision>, IConsumer<ReservationPartlyConfirmed>, IConsumer<ReservationDisplaced>
{
    public const string Name = "capacity-notices";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(92);

    public Task Consume(ConsumeContext<CapacityDropped> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<WaterlineChanged> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ConflictRaised> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<TriangleDecided> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<CompetenceExpiring> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<RestShort> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<LoanWithdrawn> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ReservationHeld> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ReservationConfirmed> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ReservationRejected> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ReservationExpired> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ReservationReleased> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ReservationAwaitsDecision> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ReservationPartlyConfirmed> context) => TakeAsync(context, context.Message);

    public Task Consume(ConsumeContext<ReservationDisplaced> context) => TakeAsync(context, context.Message);

    private Task<bool> TakeAsync(ConsumeContext context, ICapacityFact fact)
    {
        var notice = Notice.Of(fact);
        return inbox.TakeAsync(context, Name, (batch, tenant, _) =>
        {
            batch.BatchCommands.Add(Keep(tenant, notice));
            batch.BatchCommands.Add(new("delete from notice where tenant = $1 and occurred_at < $2") { Parameters = { new() { Value = tenant.Value }, new() { Value = (notice.OccurredAt - Kept).ToUniversalTime() } } });
        });
    }

    private static NpgsqlBatchCommand Keep(TenantId tenant, Notice notice) => new("insert into notice (tenant, id, kind, subject, starts_at, ends_at, occurred_at) values ($1, $2, $3, $4, $5, $6, $7)")
    {
        Parameters =
        {
            new() { Value = tenant.Value }, new() { Value = notice.Id }, new() { Value = (short)notice.Kind }, new() { Value = notice.Subject }, Time(notice.StartsAt), Time(notice.EndsAt), Time(notice.OccurredAt),
        },
    };

    private static NpgsqlParameter Time(DateTimeOffset? moment) => new() { Value = (object?)moment?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
