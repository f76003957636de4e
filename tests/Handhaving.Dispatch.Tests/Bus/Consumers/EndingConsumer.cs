using Handhaving.Dispatch.Statistics;
using Handhaving.Dispatch.Tests.Bus;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;

namespace Handhaving.Dispatch.Tests.Bus.Consumers;

/// <summary>Whether the parts of the process are gone already.</summary>
internal sealed class ProcessEnd
{
    private int met;

    public bool HasCome { get; set; }

    /// <summary>How many messages met it.</summary>
    public int Met => met;

    public void Meet()
    {
        if (!HasCome) return;
        Interlocked.Increment(ref met);
        throw new ObjectDisposedException("part of the process");
    }
}

/// <summary>Counts facts, unless the process ends around it.</summary>
internal sealed class EndingConsumer(Inbox inbox, ProcessEnd end) : IConsumer<IDispatchFact>
{
    public async Task Consume(ConsumeContext<IDispatchFact> context)
    {
        end.Meet();
        await inbox.TakeAsync(context, BusBench.Consumer, (batch, tenant, _) => batch.BatchCommands.Add(CountFact.Statement(tenant, "taken", context.Message.OccurredAt)));
    }
}
