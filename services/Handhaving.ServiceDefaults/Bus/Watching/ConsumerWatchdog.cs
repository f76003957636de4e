using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Handhaving.ServiceDefaults.Bus.Watching;

/// <summary>Asks the broker how many take from each queue of this process, has endpoints that lost a broker that is back taken up at once, and one from whose queue nobody takes after a while.</summary>
/// <remarks>An endpoint that gave up after a restart of the broker or a late acknowledgement looks well to itself; what the broker counts is what is so.</remarks>
public sealed partial class ConsumerWatchdog(EndpointRenewal endpoints, IReadOnlyList<ConsumerQueues> consumers, IConfiguration configuration, TimeProvider clock, ILogger<ConsumerWatchdog> logger) : BackgroundService
{
    public static readonly TimeSpan LongestAbsence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, DateTimeOffset> seen = [];
    private IConnection? connection;

    /// <summary>Queues from which nobody took when they were last asked about.</summary>
    public IReadOnlyList<string> Deserted { get; private set; } = [];

    /// <summary>How many messages waited in each queue when it was last asked about; those that are being taken are not counted.</summary>
    public IReadOnlyDictionary<string, long> Waiting { get; private set; } = new Dictionary<string, long>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
                await endpoints.RenewLostAsync(stoppingToken);
            }
            catch (Exception away) when (BusSetup.IsAway(away) && !stoppingToken.IsCancellationRequested)
            {
                seen.Clear(); // a broker that is away is told of by the bus itself
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (connection is not null) await connection.DisposeAsync();
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        List<string> deserted = [];
        Dictionary<string, long> waiting = [];
        foreach (var queue in consumers.SelectMany(queues => queues.All))
        {
            var (takers, messages) = await CountAsync(queue, cancellation);
            waiting[queue] = messages;
            if (takers > 0) seen[queue] = now;
            else if (seen.TryAdd(queue, now) || now - seen[queue] < Interval) continue; // it may be about to come
            else deserted.Add(queue);
        }
        (Deserted, Waiting) = (deserted, waiting);
        foreach (var queue in deserted.Where(queue => now - seen[queue] >= LongestAbsence))
        {
            LogDeserted(queue, LongestAbsence.TotalSeconds);
            seen.Remove(queue);
            await endpoints.RenewAsync(queue, cancellation);
        }
    }

    // A queue that is gone has no consumers either, and is declared as its endpoint starts.
    private async Task<(long Takers, long Messages)> CountAsync(string queue, CancellationToken cancellation)
    {
        if (connection is not { IsOpen: true }) connection = await BusSetup.FactoryOf(configuration).CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        try
        {
            var counted = await channel.QueueDeclarePassiveAsync(queue, cancellation);
            return (counted.ConsumerCount, counted.MessageCount);
        }
        catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode is Constants.NotFound)
        {
            return (0, 0);
        }
    }

    [LoggerMessage(EventId = 1621, Level = LogLevel.Error, Message = "Nobody has taken from {Queue} for {Seconds} s")]
    private partial void LogDeserted(string queue, double seconds);
}
