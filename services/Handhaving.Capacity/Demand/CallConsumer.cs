using Handhaving.Capacity.Demand.Keeping;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;

namespace Handhaving.Capacity.Demand;

/// <summary>Keeps of dispatch's facts which calls came in: when, where, what and how urgent. A fact that comes twice or late changes nothing that a later one said.</summary>
public sealed class CallConsumer(Inbox inbox) : IConsumer<IncidentReceived>, IConsumer<IncidentClassified>, IConsumer<IncidentReprioritised>, IConsumer<IncidentMoved>, IConsumer<IncidentReopened>
{
    public const string Name = "capacity-demand-calls";

    public Task Consume(ConsumeContext<IncidentReceived> context) => TakeAsync(context, CallSaid.Of(context.Message.Incident, context.Message.Sequence) with
    {
        ReportedAt = context.Message.ReportedAt, Area = context.Message.Area, Type = context.Message.Type, Priority = context.Message.Priority,
    });

    public Task Consume(ConsumeContext<IncidentClassified> context) => TakeAsync(context, CallSaid.Of(context.Message.Incident, context.Message.Sequence) with
    {
        Area = context.Message.Area, Type = context.Message.Type, Priority = context.Message.Priority,
    });

    public Task Consume(ConsumeContext<IncidentReprioritised> context) => TakeAsync(context, CallSaid.Of(context.Message.Incident, context.Message.Sequence) with { Priority = context.Message.To });

    public Task Consume(ConsumeContext<IncidentMoved> context) => TakeAsync(context, CallSaid.Of(context.Message.Incident, context.Message.Sequence) with { Area = context.Message.Area });

    public Task Consume(ConsumeContext<IncidentReopened> context) => TakeAsync(context, CallSaid.Of(context.Message.Incident, context.Message.Sequence) with { Type = context.Message.Type });

    private Task<bool> TakeAsync(ConsumeContext context, CallSaid said) => inbox.TakeAsync(context, Name, (batch, tenant, _) => batch.BatchCommands.Add(said.Keep(tenant)));
}
