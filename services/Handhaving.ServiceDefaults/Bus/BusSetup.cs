using System.Reflection;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Health;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>The bus of a service: quorum queues, parking instead of error queues, the relay. Nothing here stands in the way of accepting work when the broker is away.</summary>
public static class BusSetup
{
    private const int Prefetch = 32;
    private const int DeliveryLimit = 20;

    public static string UriOf(IConfiguration configuration) =>
        configuration.GetConnectionString("messaging") ?? throw new InvalidOperationException("ConnectionStrings:messaging is not configured.");

    /// <param name="consumers">A consumer and the queue that is its own.</param>
    public static IHostApplicationBuilder AddBus(this IHostApplicationBuilder builder, Assembly events, params (Type Consumer, string Queue)[] consumers)
    {
        builder.Services.AddSingleton(new MessageTypes(events)).AddSingleton<MessagePublisher>().AddSingleton<Inbox>().AddSingleton<Replay>();
        builder.Services.AddMassTransit(bus =>
        {
            // A broker that is away is shown, never a condition of ready.
            bus.ConfigureHealthCheckOptions(health => (health.Name, health.MinimalFailureStatus, _, _) = ("broker", HealthStatus.Degraded, health.Tags.Remove(HealthTags.Ready), health.Tags.Add(HealthTags.Degraded)));
            foreach (var (consumer, _) in consumers) bus.AddConsumer(consumer);
            bus.UsingRabbitMq((context, broker) =>
            {
                broker.Host(new Uri(UriOf(builder.Configuration)), host => host.Heartbeat(TimeSpan.FromSeconds(5)));
                broker.DeployPublishTopology = true;
                foreach (var fact in context.GetRequiredService<MessageTypes>().All) broker.Publish(fact, _ => { });
                foreach (var (consumer, queue) in consumers) broker.ReceiveEndpoint(queue, endpoint => Configure(endpoint, context, consumer, queue));
            });
        });
        // The relay waits for the topology by itself, so that a service starts and accepts work without a broker.
        builder.Services.Configure<MassTransitHostOptions>(options => (options.WaitUntilStarted, options.StopTimeout) = (false, TimeSpan.FromSeconds(8)));
        builder.Services.AddHostedService<Relay>().AddHostedService<Pruning>();
        return builder;
    }

    private static void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context, Type consumer, string queue)
    {
        endpoint.SetQuorumQueue();
        endpoint.PrefetchCount = Prefetch;
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        endpoint.SetQueueArgument("x-overflow", "reject-publish");
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<NpgsqlException>(failure => failure.IsTransient);
            retry.Handle<TimeoutException>();
            retry.Exponential(6, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(8), TimeSpan.FromMilliseconds(200));
        });
        endpoint.ConfigureError(error => error.UseFilter(new ParkingFilter(queue, context.GetRequiredService<Databases>(), context.GetRequiredService<ILogger<ParkingFilter>>())));
        endpoint.ConfigureConsumer(context, consumer);
    }
}
