using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Takes over what the queues of version N-1 still hold once nobody of that version takes from them, and removes them. It goes with the next release.</summary>
/// <remarks>While both versions run, each fact lies in both queues; the inbox, which knows the consumer and not the queue, gives it its effect once.</remarks>
public sealed partial class RetiredQueue(IReadOnlyList<ConsumerQueues> consumers, IConfiguration configuration, TimeProvider clock, ILogger<RetiredQueue> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            foreach (var queues in consumers) await TryAsync(queues, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(ConsumerQueues queues, CancellationToken cancellation)
    {
        try
        {
            await TakeOverAsync(queues, cancellation);
        }
        catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode is Constants.NotFound)
        {
            return; // as it is on every day but that of the upgrade
        }
        catch (Exception away) when (BusSetup.IsAway(away) && !cancellation.IsCancellationRequested)
        {
            LogPostponed(away, queues.Retired);
        }
    }

    private async Task TakeOverAsync(ConsumerQueues queues, CancellationToken cancellation)
    {
        await using var connection = await BusSetup.FactoryOf(configuration).CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
        if ((await channel.QueueDeclarePassiveAsync(queues.Retired, cancellation)).ConsumerCount > 0) return;
        await channel.ExchangeDeleteAsync(queues.Retired, ifUnused: false, cancellationToken: cancellation); // no more comes in
        while (await channel.BasicGetAsync(queues.Retired, autoAck: false, cancellation) is { } message)
        {
            await channel.BasicPublishAsync("", queues.Work, mandatory: true, PropertiesOf(message), message.Body, cancellation);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellation);
        }
        // A quorum queue is deleted without conditions or not at all; nothing comes in any more, and the loop above took what was there.
        if ((await channel.QueueDeclarePassiveAsync(queues.Retired, cancellation)) is not { ConsumerCount: 0, MessageCount: 0 }) return;
        await channel.QueueDeleteAsync(queues.Retired, ifUnused: false, ifEmpty: false, cancellationToken: cancellation);
        LogRemoved(queues.Retired);
    }

    // A text arrives as bytes, and sent on as bytes it would be no text any more.
    private static BasicProperties PropertiesOf(BasicGetResult message) => new(message.BasicProperties)
    {
        Headers = message.BasicProperties.Headers?.ToDictionary(header => header.Key, header => header.Value is byte[] text ? Encoding.UTF8.GetString(text) : header.Value),
    };

    [LoggerMessage(EventId = 1611, Level = LogLevel.Information, Message = "Queue {Queue} of the last version is emptied and removed")]
    private partial void LogRemoved(string queue);

    [LoggerMessage(EventId = 1612, Level = LogLevel.Information, Message = "Queue {Queue} of the last version is looked at later")]
    private partial void LogPostponed(Exception failure, string queue);
}
