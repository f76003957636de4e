using System.Diagnostics;
using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Telemetry;
using MassTransit;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Puts a claimed message on the bus under its stored id and waits for the broker's confirmation.</summary>
/// <remarks>Mandatory: an exchange without a bound queue confirms and drops, so a message nobody takes is a failure.</remarks>
public sealed class MessagePublisher(IBusControl bus, MessageTypes types)
{
    /// <summary>Header that carries the tenant a consumer works for.</summary>
    public const string TenantHeader = "tenant";

    private static readonly TimeSpan LongestPublish = TimeSpan.FromSeconds(3);

    /// <summary>Ends when the topology of this process is deployed: queues are bound before the first publish.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        while (await bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancellation) is not BusHealthStatus.Healthy)
            cancellation.ThrowIfCancellationRequested();
    }

    public async Task PublishAsync(ClaimedMessage message, CancellationToken cancellation)
    {
        // MassTransit's own span, and by it the consumer's, becomes a child of this one.
        using var span = Traces.Own.StartActivity("publish from outbox", ActivityKind.Producer, message.Traceparent);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestPublish);
        var type = types.Find(message.Type);
        var fact = JsonSerializer.Deserialize(message.Body, type, MessageJson.Options) ?? throw new JsonException($"Message {message.MessageId} is empty.");
        await bus.Publish(fact, type, Pipe.Execute<PublishContext>(context => Stamp(context, message)), limit.Token);
    }

    private static void Stamp(PublishContext context, ClaimedMessage message)
    {
        context.MessageId = message.MessageId;
        context.Headers.Set(TenantHeader, message.Tenant);
        if (Activity.Current?.Id is { } parent) context.Headers.Set("traceparent", parent);
        if (context.TryGetPayload(out RabbitMqSendContext? broker)) broker.Mandatory = true;
    }
}
