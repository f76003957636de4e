using System.Text;
using Handhaving.Dispatch.Tests.Bus.Consumers;
using Handhaving.Dispatch.Tests.Service;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>A queue as the last version declared it stops nobody from starting, and what it still holds is taken.</summary>
public sealed class RetiredQueueTests
{
    [Fact]
    public async Task What_the_last_version_left_in_its_queue_is_taken_once_and_the_queue_goes()
    {
        await using var bench = await BusBench.PrepareAsync<PatientConsumer>(new object());
        await using var connection = await new ConnectionFactory { Uri = bench.RabbitMq }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        await channel.QueueDeclareAsync(BusBench.Consumer, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-delivery-limit"] = 20, ["x-overflow"] = "reject-publish" }, cancellationToken: TestContext.Current.CancellationToken);
        for (var number = 0; number < 3; number++) await LeaveAsync(channel, Guid.CreateVersion7());

        await bench.StartAsync();

        await Work.EventuallyAsync(async () => await bench.AskAsync("select sum(count)::bigint from fact_hour") is 3L);
        await Work.EventuallyAsync(async () => !await ExistsAsync(connection));
        Assert.Equal(0L, await bench.AskAsync("select count(*) from parked_message"));
    }

    private static async Task LeaveAsync(IChannel channel, Guid messageId)
    {
        var body = $$$"""{"messageId":"{{{messageId}}}","messageType":["urn:message:Handhaving.Events.Dispatch:IDispatchFact"],"message":{"owner":"0888","sequence":1,"occurredAt":"2026-03-02T12:00:00Z"},"headers":{"tenant":"0888"}}""";
        var properties = new BasicProperties { MessageId = messageId.ToString(), ContentType = "application/vnd.masstransit+json", Headers = new Dictionary<string, object?> { ["tenant"] = "0888" } };
        await channel.BasicPublishAsync("", BusBench.Consumer, mandatory: true, properties, Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
    }

    private static async Task<bool> ExistsAsync(IConnection connection)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        try
        {
            await channel.QueueDeclarePassiveAsync(BusBench.Consumer, TestContext.Current.CancellationToken);
            return true;
        }
        catch (OperationInterruptedException)
        {
            return false;
        }
    }
}
