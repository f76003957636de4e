using Handhaving.Faults.Tests.Platform;
using Handhaving.Testing.Servers;
using RabbitMQ.Client;

namespace Handhaving.Faults.Tests.Books;

/// <summary>A queue of our own on the broker: every fact that a service publishes, in the order in which the broker took it.</summary>
internal sealed class FactTap
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private readonly AppHostProcess application;
    private readonly string facts, queue;

    private FactTap(AppHostProcess application, string facts, string queue) => (this.application, this.facts, this.queue) = (application, facts, queue);

    public static FactTap OfDispatch(AppHostProcess application) => new(application, "Handhaving.Events.Dispatch:IDispatchFact", "faults-tap");

    public static FactTap OfCapacity(AppHostProcess application) => new(application, "Handhaving.Events.Capacity:ICapacityFact", "faults-tap-capacity");

    /// <summary>Made long before a test kills the broker: a quorum queue of RabbitMQ 3.10 that is killed within seconds of its birth does not come back, and holds up the confirms of all.</summary>
    public async Task DeclareAsync(CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        await channel.QueueBindAsync(queue, facts, routingKey: "", cancellationToken: cancellation);
    }

    /// <summary>Forgets what came before now.</summary>
    public async Task EmptyAsync()
    {
        await using var connection = await ConnectAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        await channel.QueuePurgeAsync(queue, TestContext.Current.CancellationToken);
    }

    /// <summary>Message ids as they arrived, each as often as it did; returns when all expected are among them.</summary>
    public async Task<List<Guid>> ReadAsync(IReadOnlySet<Guid> expected)
    {
        List<Guid> arrived = [];
        await using var connection = await ConnectAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(LongestWait, async () =>
        {
            while (await channel.BasicGetAsync(queue, autoAck: true, TestContext.Current.CancellationToken) is { } message)
                arrived.Add(Guid.Parse(message.BasicProperties.MessageId ?? throw new InvalidOperationException("A fact without a message id.")));
            var missing = expected.Except(arrived).Count();
            return missing == 0 ? "" : $"{missing} of {expected.Count} facts never reached the broker";
        });
        return arrived;
    }

    private Task<IConnection> ConnectAsync(CancellationToken cancellation) =>
        new ConnectionFactory { Uri = new Uri(application.ConnectionString("messaging")) }.CreateConnectionAsync(cancellation);
}
