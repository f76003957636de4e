using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Feed;

/// <summary>One row of the feed.</summary>
/// <param name="CreatedAt">Start of its transaction, by the database's clock.</param>
public sealed record FeedRow(ulong Xid, long Id, TenantId Tenant, string Subject, short Kind, byte[] Body, DateTimeOffset CreatedAt);

/// <summary>Reads the feed once per process in the order of commits and hands each row to every watcher. Identity order is not commit order: only rows below the oldest open transaction are read.</summary>
public sealed partial class FeedReader(Databases databases, CommitSignal signal, TimeProvider clock, ILogger<FeedReader> logger) : BackgroundService
{
    private const int PageSize = 1000;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private readonly Lock gate = new();
    private readonly List<Action<FeedRow>> watchers = [];
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedCursor position;

    /// <summary>Lets a watcher in: it hears every row after the position returned.</summary>
    public async Task<FeedCursor> EnterAsync(Action<FeedRow> watcher, CancellationToken cancellation)
    {
        await started.Task.WaitAsync(cancellation);
        lock (gate)
        {
            watchers.Add(watcher);
            return position;
        }
    }

    public void Leave(Action<FeedRow> watcher)
    {
        lock (gate) watchers.Remove(watcher);
    }

    /// <summary>Rows after a cursor up to a position, for a watcher that catches up.</summary>
    public async Task<IReadOnlyList<FeedRow>> ReadAsync(FeedCursor after, FeedCursor upTo, CancellationToken cancellation) =>
        await QueryAsync("where (xid, id) > ($1::text::xid8, $2) and (xid, id) <= ($3::text::xid8, $4) order by xid, id limit 1000",
            [after.Xid.ToString(System.Globalization.CultureInfo.InvariantCulture), after.Id, upTo.Xid.ToString(System.Globalization.CultureInfo.InvariantCulture), upTo.Id], cancellation);

    /// <summary>Whether the feed still holds everything after a cursor.</summary>
    public async Task<bool> ReachesAsync(FeedCursor cursor, CancellationToken cancellation)
    {
        await using var connection = await databases.Relay.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("select (xid, id) <= ($1::text::xid8, $2) and $1::text::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) from feed_horizon", connection)
        {
            Parameters = { new() { Value = cursor.Xid.ToString(System.Globalization.CultureInfo.InvariantCulture) }, new() { Value = cursor.Id } },
        };
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Age of the oldest change that was not read here yet.</summary>
    public async Task<TimeSpan> LagAsync(CancellationToken cancellation)
    {
        FeedCursor read;
        lock (gate) read = position;
        await using var command = databases.Relay.CreateCommand("select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 from feed where (xid, id) > ($1::text::xid8, $2)");
        command.Parameters.Add(new() { Value = read.Xid.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        command.Parameters.Add(new() { Value = read.Id });
        return TimeSpan.FromSeconds(await command.ExecuteScalarAsync(cancellation) is double seconds ? Math.Max(0, seconds) : 0);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (wake, isAway) = (signal.Listen(), false);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!started.Task.IsCompleted) await StartAtEndAsync(stoppingToken);
                while (await StepAsync(stoppingToken) == PageSize) { }
                if (isAway) LogBack();
                isAway = false;
                await wake.WaitAsync(Poll, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                if (!isAway) LogAway(failure.GetType().Name);
                isAway = true;
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task StartAtEndAsync(CancellationToken cancellation)
    {
        await using var connection = await databases.Relay.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("select pg_snapshot_xmin(pg_current_snapshot())::text", connection);
        var xmin = ulong.Parse((string)(await command.ExecuteScalarAsync(cancellation) ?? "0"), System.Globalization.CultureInfo.InvariantCulture);
        lock (gate) position = new(xmin, 0, "");
        started.TrySetResult();
    }

    private async Task<int> StepAsync(CancellationToken cancellation)
    {
        var rows = await QueryAsync($"where (xid, id) > ($1::text::xid8, $2) and xid < pg_snapshot_xmin(pg_current_snapshot()) order by xid, id limit {PageSize}",
            [position.Xid.ToString(System.Globalization.CultureInfo.InvariantCulture), position.Id], cancellation);
        foreach (var row in rows)
            lock (gate)
            {
                position = position.After(row.Xid, row.Id);
                foreach (var watcher in watchers.ToList()) watcher(row);
                Meters.FeedDelay.Record((clock.GetUtcNow() - row.CreatedAt).TotalSeconds);
            }
        return rows.Count;
    }

    private async Task<List<FeedRow>> QueryAsync(string where, object[] parameters, CancellationToken cancellation)
    {
        await using var connection = await databases.Relay.OpenConnectionAsync(cancellation);
        // The text needs a name of its own: called xid, the rows would be ordered by it, 1000 before 999.
        await using var command = new NpgsqlCommand("select xid::text as digits, id, tenant, subject, kind, body, created_at from feed " + where, connection);
        foreach (var value in parameters) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<FeedRow> rows = [];
        while (await reader.ReadAsync(cancellation))
            rows.Add(new(ulong.Parse(reader.GetString(0), System.Globalization.CultureInfo.InvariantCulture), reader.GetInt64(1), new TenantId(reader.GetString(2)), reader.GetString(3), reader.GetInt16(4), reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<DateTimeOffset>(6)));
        return rows;
    }

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "The feed cannot be read ({Failure}); screens wait")]
    private partial void LogAway(string failure);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Information, Message = "The feed is read again")]
    private partial void LogBack();
}
