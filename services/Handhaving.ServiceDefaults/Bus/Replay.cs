using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Gives a parked message to its consumer's queue again, byte for byte and under the same message id.</summary>
public sealed class Replay(IConfiguration configuration)
{
    public async Task SendAsync(string consumer, Guid messageId, ParkedHeaders headers, byte[] body, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = new Uri(BusSetup.UriOf(configuration)) };
        await using var connection = await factory.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        var properties = new BasicProperties
        {
            MessageId = messageId.ToString(),
            ContentType = headers.ContentType,
            Persistent = true,
            Headers = new Dictionary<string, object?> { [MessagePublisher.TenantHeader] = headers.Tenant },
        };
        await channel.BasicPublishAsync(exchange: "", routingKey: consumer, mandatory: true, properties, body, cancellation);
    }
}
