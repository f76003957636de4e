using MassTransit;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>The queues of one consumer. A message whose consumer dies with it goes from one to the next, and none is ever dropped.</summary>
/// <remarks>
/// Work: 128 at a time, so that after an outage many share a commit; the inbox makes each safe to see again. Those in flight when a process dies are counted with the message that killed it, so who passes the limit here is a suspect, no more.
/// Alone: suspects and replays, one at a time. A death here is the death of that message, so who passes the limit is parked.
/// Parking: drained into the table <c>parked_message</c>.
/// A queue's arguments cannot be changed once it is declared: other arguments are a new name here, and the old name goes to <see cref="RetiredQueue"/>.
/// </remarks>
/// <param name="Consumer">Name of the consumer: in the inbox, and on what is parked.</param>
public sealed record ConsumerQueues(string Consumer)
{
    private const int Prefetch = 128;
    private const int DeliveryLimit = 3;

    public string Work => Consumer + ".work";

    public string Alone => Consumer + ".alone";

    public string Parking => Consumer + ".parking";

    public IReadOnlyList<string> All => [Work, Alone, Parking];

    /// <summary>Where version N-1 took the same messages, without a way out for poison.</summary>
    public string Retired => Consumer;

    public void DeclareWork(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.PrefetchCount = Prefetch;
        DeclareLimited(endpoint, Alone);
    }

    public void DeclareAlone(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        (endpoint.PrefetchCount, endpoint.ConcurrentMessageLimit, endpoint.ConfigureConsumeTopology) = (1, 1, false);
        DeclareLimited(endpoint, Parking);
    }

    public static void DeclareParking(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        (endpoint.PrefetchCount, endpoint.ConfigureConsumeTopology) = (Prefetch, false);
        endpoint.SetQuorumQueue();
    }

    // At-least-once needs reject-publish; it keeps a dead message here until the next queue has confirmed it.
    private static void DeclareLimited(IRabbitMqReceiveEndpointConfigurator endpoint, string next)
    {
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        endpoint.SetQueueArgument("x-overflow", "reject-publish");
        endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        endpoint.SetQueueArgument("x-dead-letter-exchange", "");
        endpoint.SetQueueArgument("x-dead-letter-routing-key", next);
    }
}
