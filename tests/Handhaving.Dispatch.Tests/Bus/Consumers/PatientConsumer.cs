using Handhaving.Dispatch.Statistics;
using Handhaving.Dispatch.Tests.Bus;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;

namespace Handhaving.Dispatch.Tests.Bus.Consumers;

/// <summary>Takes every fact once.</summary>
internal sealed class PatientConsumer(Inbox inbox) : IConsumer<IDispatchFact>
{
    public Task Consume(ConsumeContext<IDispatchFact> context) =>
        inbox.TakeAsync(context, BusBench.Consumer, (batch, tenant, _) => batch.BatchCommands.Add(CountFact.Statement(tenant, "taken", context.Message.OccurredAt)));
}
