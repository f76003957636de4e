using System.Diagnostics;
using System.Globalization;
using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Positions;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Presence;

/// <summary>Counts each minute how many units are in which district, and tells of each hour that is over (C-19). Of several replicas that look in the same minute the first counts, everywhere: a unit that crosses a border in that minute is on one side of it.</summary>
public sealed class PresenceJob(Databases databases, IDbContextFactory<DispatchDb> contexts, PresenceJob.Seen seen, TimeProvider clock, ILogger<PresenceJob> logger) : SweepJob(TimeSpan.FromMinutes(1), clock, logger)
{
    /// <summary>Where units are, and of which district that is.</summary>
    public sealed record Seen(UnitPositions Positions, AreaIndex Areas);

    private const string Operation = "handhaving.dispatch.PresenceJob";

    // A replica whose clock runs behind may still count a minute of the hour before.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    public override async Task SweepAsync(CancellationToken cancellation)
    {
        var now = Clock.GetUtcNow();
        var minute = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
        var counts = PresenceCount.Of(seen.Positions.All, seen.Areas.Current, seen.Positions.StaleAfter, now);
        if (counts.Count > 0) await EachAsync([minute], at => CountAsync(at, counts, cancellation));
        await EachAsync(await OverAsync(now - Settling, cancellation), hour => TellAsync(hour.Municipality, hour.Hour, cancellation));
    }

    private async Task CountAsync(DateTimeOffset minute, IReadOnlyList<PresenceCount> counts, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(new TenantId(counts[0].Municipality)), cancellation);
        await work.LockAsync(["presence"], cancellation);
        if (await IsCountedAsync(minute, cancellation)) return;
        await using var batch = work.Batch();
        foreach (var municipality in counts.GroupBy(count => count.Municipality).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            batch.BatchCommands.Add(work.Writing(new(municipality.Key)));
            batch.BatchCommands.Add(Insert(municipality.Key, minute, [.. municipality]));
        }
        await batch.ExecuteNonQueryAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    // By the other connection, which sees what every municipality has, and what was committed before the lock was had.
    private async Task<bool> IsCountedAsync(DateTimeOffset minute, CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select exists (select from presence_minute where minute = $1)");
        command.Parameters.Add(new() { Value = minute });
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    // A replica that stood still between its look and this adds nothing to an hour that is told.
    private static NpgsqlBatchCommand Insert(string municipality, DateTimeOffset minute, IReadOnlyList<PresenceCount> counts) => new("""
        insert into presence_minute (tenant, area, minute, boa, police) select $1, a, $2, b, p from unnest($3, $4, $5) as c (a, b, p)
        where clock_timestamp() < $2 + interval '2 minutes' order by a on conflict do nothing
        """)
    {
        Parameters =
        {
            new() { Value = municipality },
            new() { Value = minute },
            new() { Value = counts.Select(count => count.Area).ToArray() },
            new() { Value = counts.Select(count => count.Boa).ToArray() },
            new() { Value = counts.Select(count => count.Police).ToArray() },
        },
    };

    private async Task TellAsync(TenantId municipality, DateTimeOffset hour, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(municipality), cancellation);
        await work.LockAsync([$"{municipality.Name}/presence"], cancellation);
        var (until, now) = (hour.AddHours(1), Clock.GetUtcNow());
        var sums = await db.Database.SqlQuery<Sum>($"""
            select area, sum(boa)::int as boa, sum(police)::int as police from presence_minute where tenant = {municipality.Value} and minute >= {hour} and minute < {until} group by area order by area
            """).ToListAsync(cancellation);
        if (sums.Count == 0) return; // another replica was first
        await ExecuteAsync(work, new("delete from presence_minute where tenant = $1 and minute >= $2 and minute < $3") { Parameters = { new() { Value = municipality.Value }, new() { Value = hour }, new() { Value = until } } }, cancellation);
        var trail = work.TrailOf(municipality);
        foreach (var sum in sums)
            trail.Publish(Guid.CreateVersion7(now), $"{municipality.Name}/presence/{sum.Area}/{hour.ToString("yyyyMMdd'T'HH'Z'", CultureInfo.InvariantCulture)}", 1, new PresenceCounted(municipality.Value, sum.Area, hour, sum.Boa, sum.Police, 1, now), Activity.Current);
        trail.Audit(AuditLine.OfSystem(Operation, "presence", municipality.Name, now) with { RowCount = sums.Count });
        await work.CommitAsync(cancellation);
    }

    private async Task<List<(TenantId Municipality, DateTimeOffset Hour)>> OverAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select distinct tenant, date_trunc('hour', minute, 'UTC') from presence_minute where minute < date_trunc('hour', $1, 'UTC') order by 2, 1 limit 200");
        command.Parameters.Add(new() { Value = until });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(TenantId, DateTimeOffset)> hours = [];
        while (await reader.ReadAsync(cancellation)) hours.Add((new(reader.GetString(0)), reader.GetFieldValue<DateTimeOffset>(1)));
        return hours;
    }

    private static async Task ExecuteAsync(UnitOfWork<DispatchDb> work, NpgsqlBatchCommand command, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Sum(string Area, int Boa, int Police);
}
