using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>Moves out what was delivered, in small batches, so that old rows never slow the new: sent messages after a day, the feed after an hour.</summary>
public sealed partial class Pruning(Databases databases, ILogger<Pruning> logger) : BackgroundService
{
    private const int MostBatches = 40; // a turn: 200,000 rows, more than a minute can bring
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const string Sent = "delete from outbox where id in (select id from outbox where sent_at < now() - interval '1 day' order by id limit 5000)";

    private const string Seen = """
        with gone as (
          delete from feed where (xid, id) in (select xid, id from feed where created_at < now() - interval '1 hour' order by xid, id limit 5000)
          returning xid, id)
        update feed_horizon h set (xid, id) = (select g.xid, g.id from gone g order by g.xid desc, g.id desc limit 1)
        where exists (select from gone)
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PruneAsync(Sent, stoppingToken);
                await PruneAsync(Seen, stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                LogPostponed(failure.GetType().Name);
            }
        }
    }

    private async Task PruneAsync(string statement, CancellationToken cancellation)
    {
        for (var batch = 0; batch < MostBatches; batch++)
        {
            await using var command = databases.Relay.CreateCommand(statement);
            if (await command.ExecuteNonQueryAsync(cancellation) == 0) return;
        }
    }

    [LoggerMessage(EventId = 1401, Level = LogLevel.Warning, Message = "Pruning waits for the next turn ({Failure})")]
    private partial void LogPostponed(string failure);
}
