using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Rosters.Worked;

/// <summary>Keeps when crews came on and went off duty, as dispatch tells it: hours worked follow from it, whatever the order in which facts come. A unit goes off only when its incidents are done, so that work after the end of a shift counts.</summary>
public sealed class DutyFactConsumer(Inbox inbox) : IConsumer<UnitSignedOn>, IConsumer<UnitSignedOff>
{
    public const string Name = "capacity-worked";
    private const string Operation = "handhaving.capacity.DutyFactConsumer";

    // What the law looks back over, and a month.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(395);

    public Task Consume(ConsumeContext<UnitSignedOn> context) => TakeAsync(context, context.Message, context.Message.Unit, [.. context.Message.Crew]);

    public Task Consume(ConsumeContext<UnitSignedOff> context) => TakeAsync(context, context.Message, context.Message.Unit, null);

    private Task<bool> TakeAsync(ConsumeContext context, IDispatchFact told, string unit, string[]? crew) => inbox.TakeAsync(context, Name, (batch, tenant, trail) =>
    {
        batch.BatchCommands.Add(new("insert into duty_fact (tenant, unit, sequence, at, crew) values ($1, $2, $3, $4, $5) on conflict do nothing")
        {
            Parameters =
            {
                new() { Value = tenant.Value }, new() { Value = unit }, new() { Value = told.Sequence }, new() { Value = told.OccurredAt.ToUniversalTime() },
                new() { Value = (object?)crew ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        });
        batch.BatchCommands.Add(new("delete from duty_fact where tenant = $1 and at < $2") { Parameters = { new() { Value = tenant.Value }, new() { Value = told.OccurredAt.ToUniversalTime() - Kept } } });
        trail.Audit(AuditLine.OfSystem(Operation, "worked_hours", unit, told.OccurredAt) with { ObjectVersion = told.Sequence });
    });
}
