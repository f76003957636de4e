using Handhaving.ServiceDefaults.Data;
using Npgsql;

namespace Handhaving.Dispatch.Canary;

/// <summary>Takes canaries away after a day, with all that they left behind.</summary>
public sealed partial class CanaryPruningJob(Databases databases, TimeProvider clock, ILogger<CanaryPruningJob> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private static readonly string[] Statements =
    [
        "delete from timeline where kind = 'CanarySent' and recorded_at < $1",
        "delete from incident where canary_at < $1",
        "delete from request where method = 'handhaving.dispatch.v1.CanaryService/SendCanary' and recorded_at < $1",
        $"delete from inbox where consumer = '{CanaryArrival.Consumer}' and taken_at < $1",
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneAsync(clock.GetUtcNow().AddDays(-1), stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                LogPostponed(failure.GetType().Name);
            }
        }
    }

    /// <summary>Deletes the canaries that were sent before a moment.</summary>
    public async Task PruneAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        foreach (var statement in Statements)
        {
            await using var command = databases.Relay.CreateCommand(statement);
            command.Parameters.Add(new() { Value = before });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    [LoggerMessage(EventId = 2601, Level = LogLevel.Warning, Message = "Old canaries wait for the next turn ({Failure})")]
    private partial void LogPostponed(string failure);
}
