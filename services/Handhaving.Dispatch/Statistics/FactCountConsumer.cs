using Handhaving.Dispatch.Canary;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;

namespace Handhaving.Dispatch.Statistics;

/// <summary>Takes every fact of dispatch from the bus and counts it once; a canary is not counted but told of.</summary>
public sealed class FactCountConsumer(Inbox inbox) : IConsumer<IDispatchFact>
{
    public const string Name = "dispatch-statistics";

    public Task Consume(ConsumeContext<IDispatchFact> context) => context.TryGetMessage<CanarySent>(out var canary)
        ? inbox.TakeAsync(context, CanaryArrival.Consumer, (_, _, trail) => CanaryArrival.Tell(trail, canary.Message))
        : inbox.TakeAsync(context, Name, (batch, tenant, _) => batch.BatchCommands.Add(CountFact.Statement(tenant, KindOf(context), context.Message.OccurredAt)));

    // urn:message:Handhaving.Events.Dispatch:AssignmentOffered; the fact itself comes before the interfaces it has.
    private static string KindOf(ConsumeContext context) => context.SupportedMessageTypes.First().Split(':')[^1];
}
