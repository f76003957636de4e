using System.Diagnostics;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Rosters.Worked;

/// <summary>Tells of shifts before which rest falls short because work ran late, each once. Looks each minute at owners whose units came on or went off duty lately.</summary>
public sealed class ShortRestJob(Databases databases, IDbContextFactory<CapacityDb> contexts, TimeProvider clock, ILogger<ShortRestJob> logger) : SweepJob(TimeSpan.FromMinutes(1), clock, logger)
{
    private const string Operation = "handhaving.capacity.ShortRestJob";
    private static readonly TimeSpan Lately = TimeSpan.FromDays(2);

    public override async Task SweepAsync(CancellationToken cancellation) => await EachAsync(await OwnersAsync(cancellation), owner => LookAsync(owner, cancellation));

    private async Task LookAsync(TenantId owner, CancellationToken cancellation)
    {
        var now = Clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rosters = new RosterBook(db, new PeopleBook(db, new LedgerQueries(db, Clock)));
        await using var work = await db.BeginAsync(TenantScope.Of(owner), cancellation);
        List<(DutyRoster, ShortRest)> found = [];
        foreach (var published in await rosters.PublishedAsync(owner, new(now, now + Lately), cancellation))
        {
            var roster = await rosters.GetAsync(published.Name, cancellation);
            found.AddRange(ShortRest.Of(roster, await rosters.KnownAsync(work, roster, cancellation), now).Select(rest => (roster, rest)));
        }
        if (found.Count == 0) return;
        var trail = work.TrailOf(owner);
        foreach (var (roster, rest) in found)
            if (await IsNewAsync(work, owner, rest, now, cancellation)) Tell(trail, owner, roster, rest, now);
        if (!trail.IsEmpty) await work.CommitAsync(cancellation);
    }

    private static void Tell(Trail trail, TenantId owner, DutyRoster roster, ShortRest rest, DateTimeOffset now)
    {
        var name = $"{roster.Name.Value}/shifts/{rest.Shift.Id}";
        trail.Publish(Guid.CreateVersion7(now), $"{name}/rests/{rest.Shift.Time.Start.UtcDateTime:yyyyMMdd'T'HHmm'Z'}", 1,
            new RestShort(name, owner.Value, rest.Shift.Officer.Value, rest.Shift.Time.Start, rest.Warning.EarliestStart, 1, now), Activity.Current);
        trail.Audit(AuditLine.OfSystem(Operation, "roster", roster.Name.Value, now));
    }

    // Two replicas look at once: the row decides.
    private static async Task<bool> IsNewAsync(UnitOfWork<CapacityDb> work, TenantId owner, ShortRest rest, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("insert into rest_warning (tenant, shift, starts_at, warned_at) values ($1, $2, $3, $4) on conflict do nothing")
        {
            Parameters = { new() { Value = owner.Value }, new() { Value = rest.Shift.Id }, new() { Value = rest.Shift.Time.Start }, new() { Value = now } },
        });
        return await batch.ExecuteNonQueryAsync(cancellation) > 0;
    }

    private async Task<List<TenantId>> OwnersAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select distinct tenant from duty_fact where at > $1 order by tenant");
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() - Lately });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<TenantId> owners = [];
        while (await reader.ReadAsync(cancellation)) owners.Add(new(reader.GetString(0)));
        return owners;
    }
}
