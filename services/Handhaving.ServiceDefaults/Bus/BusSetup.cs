using System.Reflection;
using Handhaving.ServiceDefaults.Bus.Watching;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Health;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>The bus of a service: quorum queues, parking instead of error queues, the relay. Nothing here stands in the way of accepting work when the broker is away.</summary>
public static class BusSetup
{
    private static readonly TimeSpan LongestHandshake = TimeSpan.FromSeconds(5);

    /// <summary>Whether a failure says that the broker is away, or stands still.</summary>
    /// <remarks>A wait for a broker that stands still ends as cancelled by nobody.</remarks>
    internal static bool IsAway(Exception failure) => failure is OperationCanceledException or BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or RabbitMQ.Client.Exceptions.PublishException or ConnectionException or TimeoutException or IOException;

    public static string UriOf(IConfiguration configuration) =>
        configuration.GetConnectionString("messaging") ?? throw new InvalidOperationException("ConnectionStrings:messaging is not configured.");

    /// <summary>For a connection beside the bus's own.</summary>
    internal static ConnectionFactory FactoryOf(IConfiguration configuration) => new()
    {
        Uri = new Uri(UriOf(configuration)), AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = LongestHandshake, ContinuationTimeout = LongestHandshake, HandshakeContinuationTimeout = LongestHandshake,
    };

    /// <param name="consumers">A consumer and its name, after which its queues are called.</param>
    public static IHostApplicationBuilder AddBus(this IHostApplicationBuilder builder, Assembly events, params (Type Consumer, string Name)[] consumers)
    {
        builder.Services.AddSingleton(new MessageTypes(events)).AddSingleton<MessagePublisher>().AddSingleton<Inbox>().AddSingleton<Replay>().AddSingleton<Parking>();
        builder.Services.AddSingleton<IReadOnlyList<ConsumerQueues>>([.. consumers.Select(consumer => new ConsumerQueues(consumer.Name))]);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry(); // what an enforcement system is made of and how it is used is told to nobody
            // A broker that is away is shown, never a condition of ready.
            bus.ConfigureHealthCheckOptions(health => (health.Name, health.MinimalFailureStatus, _, _) = ("broker", HealthStatus.Degraded, health.Tags.Remove(HealthTags.Ready), health.Tags.Add(HealthTags.Degraded)));
            foreach (var (consumer, _) in consumers) bus.AddConsumer(consumer);
            bus.UsingRabbitMq((context, broker) =>
            {
                broker.Host(new Uri(UriOf(builder.Configuration)), host =>
                {
                    host.Heartbeat(TimeSpan.FromSeconds(5));
                    // A broker that stands still takes connections and says nothing: nobody waits for it longer than this.
                    host.RequestedConnectionTimeout(LongestHandshake);
                    host.ContinuationTimeout(LongestHandshake);
                    host.OnRefreshConnectionFactory = _ => context.GetRequiredService<BrokerReturn>().WaitAsync(); // asked before each try
                });
                broker.DeployPublishTopology = true;
                foreach (var fact in context.GetRequiredService<MessageTypes>().All) broker.Publish(fact, _ => { });
                foreach (var (consumer, name) in consumers) AddEndpoints(broker, context, consumer, new ConsumerQueues(name));
            });
        });
        // The relay waits for the topology by itself, so that a service starts and accepts work without a broker.
        builder.Services.Configure<MassTransitHostOptions>(options => (options.WaitUntilStarted, options.StopTimeout) = (false, TimeSpan.FromSeconds(8)));
        builder.Services.AddHostedService<Relay>().AddHostedService<Pruning>().AddHostedService<RetiredQueue>();
        builder.Services.AddSingleton<BrokerReturn>();
        builder.Services.AddSingleton<EndpointRenewal>().AddReceiveEndpointObserver(services => services.GetRequiredService<EndpointRenewal>());
        builder.Services.AddSingleton<ConsumerWatchdog>().AddHostedService(services => services.GetRequiredService<ConsumerWatchdog>());
        builder.Services.AddHealthChecks().AddCheck<ConsumersCheck>("consumers", HealthStatus.Degraded, [HealthTags.Degraded]);
        return builder;
    }

    private static void AddEndpoints(IRabbitMqBusFactoryConfigurator broker, IBusRegistrationContext context, Type consumer, ConsumerQueues queues)
    {
        var parking = context.GetRequiredService<Parking>();
        broker.ReceiveEndpoint(queues.Parking, endpoint =>
        {
            ConsumerQueues.DeclareParking(endpoint);
            var drain = new ParkingDrain(queues.Consumer, parking);
            endpoint.ConfigureError(error => error.UseFilter(drain));
            endpoint.ConfigureDeadLetter(unknown => unknown.UseFilter(drain));
        });
        foreach (var (queue, declare) in ((string, Action<IRabbitMqReceiveEndpointConfigurator>)[])[(queues.Alone, queues.DeclareAlone), (queues.Work, queues.DeclareWork)])
            broker.ReceiveEndpoint(queue, endpoint =>
            {
                declare(endpoint);
                Consume(endpoint, context, consumer, new ParkingFilter(queues.Consumer, parking));
            });
    }

    private static void Consume(IRabbitMqReceiveEndpointConfigurator endpoint, IBusRegistrationContext context, Type consumer, ParkingFilter parking)
    {
        endpoint.PublishFaults = false; // nobody waits for an answer, and what went wrong is in the parking table
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<NpgsqlException>(failure => failure.Passes());
            retry.Handle<TimeoutException>();
            retry.Exponential(6, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(8), TimeSpan.FromMilliseconds(200));
        });
        endpoint.ConfigureError(error => error.UseFilter(parking));
        endpoint.ConfigureDeadLetter(unknown => unknown.UseFilter(parking));
        endpoint.ConfigureConsumer(context, consumer);
    }
}
