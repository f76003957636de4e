using Handhaving.Dispatch.Statistics;
using Handhaving.Dispatch.Tests.Bus;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;
using MassTransit.RabbitMqTransport;

namespace Handhaving.Dispatch.Tests.Bus.Consumers;

/// <summary>What a test tells its mortal consumer, and what it sees of it.</summary>
internal sealed class Fate
{
    /// <summary>More than the work queue allows.</summary>
    public const int DeathsOfASuspect = 4;

    private volatile TaskCompletionSource death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool healed;
    private int deaths;

    /// <summary>The message that no process survives, until it is healed.</summary>
    public Guid Poison { get; set; }

    public int Deaths => deaths;

    public void Heal() => healed = true;

    public bool Kills(ConsumeContext context) => context.MessageId == Poison && !healed;

    /// <summary>Who is at work on another message when the process dies, dies with it.</summary>
    public async Task DieWithItAsync(CancellationToken cancellation)
    {
        await death.Task.WaitAsync(cancellation);
        throw new OperationCanceledException();
    }

    public async Task DieAsync(ConsumeContext context)
    {
        Interlocked.Increment(ref deaths);
        Interlocked.Exchange(ref death, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        if (!context.TryGetPayload<ChannelContext>(out var channel)) throw new InvalidOperationException("Not from RabbitMQ.");
        await channel.ConnectionContext.Connection.CloseAsync(320, "died", TimeSpan.FromSeconds(1), abort: true, CancellationToken.None);
        throw new OperationCanceledException();
    }
}

/// <summary>A consumer whose process dies on one message: the connection is gone without a word, and what was in flight with it.</summary>
internal sealed class MortalConsumer(Inbox inbox, Fate fate) : IConsumer<IDispatchFact>
{
    public async Task Consume(ConsumeContext<IDispatchFact> context)
    {
        if (fate.Kills(context)) await fate.DieAsync(context);
        // Neighbours are in flight at every death that the queue allows, and so come to its limit together with the poison.
        if (fate.Deaths < Fate.DeathsOfASuspect && !context.ReceiveContext.InputAddress.AbsolutePath.EndsWith(".alone", StringComparison.Ordinal)) await fate.DieWithItAsync(context.CancellationToken);
        await inbox.TakeAsync(context, BusBench.Consumer, (batch, tenant, _) => batch.BatchCommands.Add(CountFact.Statement(tenant, "taken", context.Message.OccurredAt)));
    }
}
