using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Jobs;

/// <summary>Looks again and again for what is due and does it, item by item. One that fails is logged and left for the next turn: it stops neither its neighbours nor the service. A database that is away ends the turn.</summary>
/// <param name="interval">Time between two turns, by the clock given.</param>
public abstract partial class SweepJob(TimeSpan interval, TimeProvider clock, ILogger logger) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Does what is due now; several replicas may, so each item decides for itself whether it still is.</summary>
    public abstract Task SweepAsync(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, Clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException || failure.IsDatabaseAway())
            {
                LogPostponed(GetType().Name, failure.GetType().Name);
            }
        }
    }

    /// <summary>Does one thing to each item.</summary>
    protected async Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act)
    {
        foreach (var item in items)
        {
            try
            {
                await act(item);
            }
            catch (Exception defect) when (defect is not OperationCanceledException && !defect.IsDatabaseAway())
            {
                LogDefect(defect, GetType().Name);
            }
        }
    }

    [LoggerMessage(EventId = 1801, Level = LogLevel.Warning, Message = "{Job} waits for its next turn ({Failure})")]
    private partial void LogPostponed(string job, string failure);

    [LoggerMessage(EventId = 1802, Level = LogLevel.Error, Message = "{Job} failed on one item and goes on with the others")]
    private partial void LogDefect(Exception defect, string job);
}
