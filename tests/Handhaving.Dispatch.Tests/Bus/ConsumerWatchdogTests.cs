using Handhaving.Dispatch.Tests.Service;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Bus.Watching;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>A consumer that the broker no longer knows comes back by itself, and is told of while it is away (reliability section 9).</summary>
public sealed class ConsumerWatchdogTests
{
    [Fact]
    public async Task A_consumer_that_was_cancelled_at_the_broker_comes_back()
    {
        var lost = new Lost();
        await using var bench = await BusBench.StartAsync<LostConsumer>(lost);

        await bench.PublishAsync("0888", Guid.CreateVersion7());
        await lost.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await bench.PublishAsync("0888", Guid.CreateVersion7());

        await lost.Back.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_endpoint_that_is_taken_up_anew_takes_again()
    {
        var lost = new Lost();
        lost.Cancelled.SetResult();
        await using var bench = await BusBench.StartAsync<LostConsumer>(lost);
        await bench.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TestContext.Current.CancellationToken);

        foreach (var queue in new ConsumerQueues(BusBench.Consumer).All) await bench.Services.GetRequiredService<EndpointRenewal>().RenewAsync(queue, TestContext.Current.CancellationToken);
        await bench.PublishAsync("0888", Guid.CreateVersion7());

        await lost.Back.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_queue_from_which_nobody_takes_is_told_of()
    {
        await using var bench = await BusBench.PrepareAsync<LostConsumer>(new Lost());
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:messaging", bench.RabbitMq.ToString())]).Build();
        ConsumerQueues[] queues = [new("nobody")];
        using var watchdog = new ConsumerWatchdog(new EndpointRenewal(queues, TimeProvider.System, NullLogger<EndpointRenewal>.Instance), queues, configuration, TimeProvider.System, NullLogger<ConsumerWatchdog>.Instance);

        await watchdog.StartAsync(TestContext.Current.CancellationToken);

        await Work.EventuallyAsync(async () => (await new ConsumersCheck(watchdog).CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status is HealthStatus.Degraded);
        Assert.Equal(["nobody.work", "nobody.alone", "nobody.parking"], watchdog.Deserted);
        await watchdog.StopAsync(TestContext.Current.CancellationToken);
    }

    internal sealed class Lost
    {
        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Back { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Is cancelled at the broker as it takes its first message.</summary>
    internal sealed class LostConsumer(Lost lost) : IConsumer<IDispatchFact>
    {
        public async Task Consume(ConsumeContext<IDispatchFact> context)
        {
            if (lost.Cancelled.Task.IsCompleted)
            {
                lost.Back.TrySetResult();
                return;
            }
            if (!context.TryGetPayload<ChannelContext>(out var channel) || !context.ReceiveContext.TryGetPayload<RabbitMqBasicConsumeContext>(out var consumer)) throw new InvalidOperationException("Not from RabbitMQ.");
            await channel.Channel.BasicCancelAsync(consumer.ConsumerTag, noWait: false, context.CancellationToken);
            lost.Cancelled.TrySetResult();
        }
    }
}
