using System.Globalization;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Data;
using Npgsql;

namespace Handhaving.Dispatch.Fleet;

/// <summary>One turn of keeping the index: the whole of it at first and once a minute, else the units of which the feed tells something since the last turn.</summary>
/// <remarks>
/// Rows of transactions that began before another one ended stand above the snapshot's xmin and are read again next time: what a turn read of them is remembered until
/// they lie below it. So the index never waits for somebody else's open transaction, as screens must. Turns are taken one at a time.
/// </remarks>
public sealed partial class FleetTurns(Databases databases, FleetQuery query, UnitFleet fleet, TimeProvider clock, ILogger<FleetTurns> logger)
{
    // What changes without a row of the feed: a setting, the home of a unit.
    private static readonly TimeSpan WholeEvery = TimeSpan.FromMinutes(1);
    private static readonly short[] Kinds = [(short)BoardKind.Unit, (short)BoardKind.UnitOffDuty, (short)BoardKind.UnitStatus, (short)BoardKind.UnitCrew];
    private HashSet<(string Xid, long Id)> applied = [];
    private DateTimeOffset wholeAt = DateTimeOffset.MinValue;
    private string from = "0";

    /// <summary>When the last turn began; null before the index was loaded.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Whether a row of the feed is about a unit.</summary>
    public static bool Concerns(short kind) => Kinds.Contains(kind);

    public async Task TakeAsync(CancellationToken cancellation)
    {
        var began = clock.GetUtcNow();
        if (began - wholeAt >= WholeEvery) await LoadAsync(began, cancellation);
        else await FollowAsync(cancellation);
        LastAt = began;
    }

    // The place in the feed first: what is committed between the two is read twice, never missed.
    private async Task LoadAsync(DateTimeOffset began, CancellationToken cancellation)
    {
        var (xmin, _) = await ChangesAsync(long.MaxValue.ToString(CultureInfo.InvariantCulture), cancellation);
        var units = await query.ReadAsync(null, cancellation);
        fleet.ReplaceAll(units);
        if (LastAt is null) LogLoaded(units.Count);
        (from, wholeAt, applied) = (xmin, began, []);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var (xmin, changes) = await ChangesAsync(from, cancellation);
        var changed = changes.Where(change => !applied.Contains((change.Xid, change.Id))).Select(change => UnitName.Parse(change.Subject)).OfType<UnitName>().Distinct().ToList();
        if (changed.Count > 0) fleet.Replace(changed, await query.ReadAsync(changed, cancellation));
        (from, applied) = (xmin, [.. changes.Select(change => (change.Xid, change.Id))]);
    }

    private async Task<(string Xmin, List<Change> Changes)> ChangesAsync(string after, CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("""
            select s.xmin::text, f.xid::text, f.id, f.subject from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) s
            left join feed f on f.xid >= $1::text::xid8 and f.kind = any($2)
            """);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = Kinds });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var xmin = after;
        List<Change> changes = [];
        while (await reader.ReadAsync(cancellation))
        {
            xmin = reader.GetString(0);
            if (!reader.IsDBNull(1)) changes.Add(new(reader.GetString(1), reader.GetInt64(2), reader.GetString(3)));
        }
        return (xmin, changes);
    }

    private sealed record Change(string Xid, long Id, string Subject);

    [LoggerMessage(EventId = 2401, Level = LogLevel.Information, Message = "{Count} units on duty are in the index")]
    private partial void LogLoaded(int count);
}
