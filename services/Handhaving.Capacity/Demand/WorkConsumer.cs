using Handhaving.Capacity.Demand.Keeping;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;

namespace Handhaving.Capacity.Demand;

/// <summary>Keeps of dispatch's facts how long units were on a call: from when they accepted it, or went under way, until they were done or taken away.</summary>
public sealed class WorkConsumer(Inbox inbox)
    : IConsumer<AssignmentAccepted>, IConsumer<AssignmentEnRoute>, IConsumer<AssignmentOnScene>, IConsumer<AssignmentCleared>, IConsumer<AssignmentWithdrawn>, IConsumer<AssignmentFailed>, IConsumer<AssignmentPreempted>
{
    public const string Name = "capacity-demand-work";

    public Task Consume(ConsumeContext<AssignmentAccepted> context) => StartedAsync(context, WorkSaid.Of(context.Message.Assignment, context.Message.Unit), context.Message);

    public Task Consume(ConsumeContext<AssignmentEnRoute> context) => StartedAsync(context, WorkSaid.Of(context.Message.Assignment, context.Message.Unit), context.Message);

    public Task Consume(ConsumeContext<AssignmentOnScene> context) =>
        TakeAsync(context, WorkSaid.Of(context.Message.Assignment, context.Message.Unit) with { StartedAt = context.Message.OccurredAt, OnSceneAt = context.Message.OccurredAt });

    public Task Consume(ConsumeContext<AssignmentCleared> context) => EndedAsync(context, WorkSaid.Of(context.Message.Assignment, context.Message.Unit), context.Message);

    public Task Consume(ConsumeContext<AssignmentWithdrawn> context) => EndedAsync(context, WorkSaid.Of(context.Message.Assignment, context.Message.Unit), context.Message);

    public Task Consume(ConsumeContext<AssignmentFailed> context) => EndedAsync(context, WorkSaid.Of(context.Message.Assignment, context.Message.Unit), context.Message);

    public Task Consume(ConsumeContext<AssignmentPreempted> context) => EndedAsync(context, WorkSaid.Of(context.Message.Assignment, context.Message.Unit), context.Message);

    private Task<bool> StartedAsync(ConsumeContext context, WorkSaid said, IDispatchFact fact) => TakeAsync(context, said with { StartedAt = fact.OccurredAt });

    private Task<bool> EndedAsync(ConsumeContext context, WorkSaid said, IDispatchFact fact) => TakeAsync(context, said with { EndedAt = fact.OccurredAt });

    private Task<bool> TakeAsync(ConsumeContext context, WorkSaid said) => inbox.TakeAsync(context, Name, (batch, tenant, _) => batch.BatchCommands.Add(said.Keep(tenant)));
}
