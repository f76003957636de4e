using Handhaving.ServiceDefaults.Errors;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Gives a parked message to its consumer again, byte for byte and under the same message id; alone, since it may kill it once more.</summary>
public sealed class Replay(IConfiguration configuration)
{
    /// <exception cref="RuleBroken">UNAVAILABLE: the broker is away.</exception>
    public async Task SendAsync(string consumer, Guid messageId, ParkedHeaders headers, byte[] body, CancellationToken cancellation)
    {
        try
        {
            await PublishAsync(consumer, messageId, headers, body, cancellation);
        }
        catch (Exception away) when (BusSetup.IsAway(away) && !cancellation.IsCancellationRequested)
        {
            throw Reasons.Unavailable.Broken();
        }
    }

    private async Task PublishAsync(string consumer, Guid messageId, ParkedHeaders headers, byte[] body, CancellationToken cancellation)
    {
        await using var connection = await BusSetup.FactoryOf(configuration).CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        var properties = new BasicProperties
        {
            MessageId = messageId.ToString(),
            ContentType = headers.ContentType,
            Persistent = true,
            Headers = headers.Tenant is { } tenant ? new Dictionary<string, object?> { [MessagePublisher.TenantHeader] = tenant } : null,
        };
        await channel.BasicPublishAsync(exchange: "", routingKey: new ConsumerQueues(consumer).Alone, mandatory: true, properties, body, cancellation);
    }
}
