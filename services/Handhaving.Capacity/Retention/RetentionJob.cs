using System.Diagnostics;
using System.Globalization;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Capacity.Retention;

/// <summary>Destroys what an owner keeps no longer, with a line in its log of what went and by which term. Each turn some of it: the next one goes on.</summary>
public sealed class RetentionJob(Databases databases, IDbContextFactory<CapacityDb> contexts, TimeProvider clock, ILogger<RetentionJob> logger) : SweepJob(TimeSpan.FromHours(1), clock, logger)
{
    private const string Operation = "handhaving.capacity.RetentionJob";
    private const int MostATurn = 200;

    public override async Task SweepAsync(CancellationToken cancellation) => await EachAsync(await OwnersAsync(cancellation), owner => DestroyAsync(owner, cancellation));

    private async Task DestroyAsync(TenantId owner, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(owner), cancellation);
        await PeopleStore.LockAsync(work, owner, cancellation);
        var now = Clock.GetUtcNow();
        var terms = (await RetentionTerms.OfAsync(db, owner, cancellation)).ToDictionary(term => term.Kind);
        await PeopleAsync(work, terms[RetainedKind.People], now, cancellation);
        await ReceiptAsync(work, terms[RetainedKind.Rosters], "roster", Rosters, now, cancellation);
        await ReceiptAsync(work, terms[RetainedKind.Reservations], "reservation", Reservations, now, cancellation);
        if (!work.TrailOf(owner).IsEmpty) await work.CommitAsync(cancellation);
    }

    // Dispatch's copy keeps nobody's powers; who left has none.
    private async Task PeopleAsync(UnitOfWork<CapacityDb> work, RetentionTerm term, DateTimeOffset now, CancellationToken cancellation)
    {
        var limit = DutchClock.DayOf(term.KeptSince(now));
        var trail = work.TrailOf(term.Owner);
        foreach (var officer in (await new PeopleBook(work.Db, new LedgerQueries(work.Db, Clock)).OfAsync(term.Owner, cancellation)).Where(officer => officer.LeftBefore(limit)).Take(MostATurn))
        {
            await using var batch = work.Batch();
            foreach (var statement in Person) batch.BatchCommands.Add(new(statement) { Parameters = { new() { Value = term.Owner.Value }, new() { Value = officer.Name.Id }, new() { Value = officer.Name.Value } } });
            await batch.ExecuteNonQueryAsync(cancellation);
            var last = officer with { Details = officer.Details with { Appointments = [] }, Version = officer.Version + 1, UpdatedAt = now };
            trail.Publish(Guid.CreateVersion7(now), officer.Name.Value, last.Version, OfficerFacts.Of(last), Activity.Current);
            trail.Audit(Receipt("officer", officer.Name.Value, term, now));
        }
    }

    private static readonly string[] Person =
    [
        "delete from shift_wish where tenant = $1 and officer = $3 and $2 <> ''",
        "delete from competence_warning where tenant = $1 and starts_with(id, $2 || '.') and $3 <> ''",
        "delete from request where tenant = $1 and (strpos(answer, '\"' || $2 || '\"') > 0 or strpos(answer, $3) > 0)",
        "delete from officer where tenant = $1 and id = $2 and $3 <> ''",
    ];

    private static readonly string[] Rosters =
    [
        "delete from roster_shift s using roster r where r.tenant = $1 and r.ends_at < $2 and s.roster = r.id and s.tenant = $1",
        "delete from rest_warning where tenant = $1 and starts_at < $2",
        "delete from shift_wish where tenant = $1 and day < $2::date",
        "delete from roster where tenant = $1 and ends_at < $2 returning id",
    ];

    private static readonly string[] Reservations = ["delete from reservation where tenant = $1 and ends_at < $2 and state not in (1, 6) returning id"];

    private static async Task ReceiptAsync(UnitOfWork<CapacityDb> work, RetentionTerm term, string kind, string[] statements, DateTimeOffset now, CancellationToken cancellation)
    {
        List<string> gone = [];
        await using (var batch = work.Batch())
        {
            foreach (var statement in statements) batch.BatchCommands.Add(new(statement) { Parameters = { new() { Value = term.Owner.Value }, new() { Value = term.KeptSince(now) } } });
            await using var reader = await batch.ExecuteReaderAsync(cancellation);
            do
                while (await reader.ReadAsync(cancellation)) gone.Add($"{term.Owner.Name}/{kind}s/{reader.GetGuid(0)}");
            while (await reader.NextResultAsync(cancellation));
        }
        if (gone.Count == 0) return;
        work.TrailOf(term.Owner).Audit(Receipt(kind, gone.Count == 1 ? gone[0] : term.Owner.Name, term, now) with
        {
            RowCount = gone.Count, Shown = gone.Count == 1 ? null : [.. gone.Take(AuditLine.MostShown)], ShownDigest = gone.Count > AuditLine.MostShown ? AuditLine.DigestOf(gone) : null,
        });
    }

    private static AuditLine Receipt(string kind, string name, RetentionTerm term, DateTimeOffset now) =>
        AuditLine.OfSystem(Operation, kind, name, now) with { Action = "DESTROY", ReasonText = string.Create(CultureInfo.InvariantCulture, $"bewaartermijn {term.Days} dagen") };

    private async Task<List<TenantId>> OwnersAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select code from municipality union all select id from team order by 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<TenantId> owners = [];
        while (await reader.ReadAsync(cancellation)) owners.Add(new(reader.GetString(0)));
        return owners;
    }
}
