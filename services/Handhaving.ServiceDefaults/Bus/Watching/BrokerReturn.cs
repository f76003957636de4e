using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;

namespace Handhaving.ServiceDefaults.Bus.Watching;

/// <summary>Holds the bus's tries to connect until the broker answers, so that the first try after an outage succeeds.</summary>
/// <remarks>After a try that failed the bus waits three to thirty seconds, longer each time, and all who want to publish wait with it (MassTransit 8.5).</remarks>
public sealed partial class BrokerReturn(IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<BrokerReturn> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Ends when the broker answers, be it that it refuses the account, of which the bus itself tells; or when the process ends.</summary>
    public async Task WaitAsync()
    {
        var stopping = lifetime.ApplicationStopping;
        var told = false;
        while (await TryAsync(stopping) is { } away && !stopping.IsCancellationRequested)
        {
            if (!told) LogAway(away.GetType().Name);
            told = true;
            await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Exception?> TryAsync(CancellationToken stopping)
    {
        try
        {
            await using var connection = await BusSetup.FactoryOf(configuration).CreateConnectionAsync(stopping);
            return null;
        }
        catch (Exception away) when (BusSetup.IsAway(away)) // what it waits for to end
        {
            return away.InnerException is AuthenticationFailureException ? null : away;
        }
    }

    [LoggerMessage(EventId = 1625, Level = LogLevel.Warning, Message = "The broker does not answer ({Failure}); the bus connects as soon as it does")]
    private partial void LogAway(string failure);
}
