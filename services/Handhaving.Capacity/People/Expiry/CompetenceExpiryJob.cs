using System.Diagnostics;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.WorkingTime;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Capacity.People.Expiry;

/// <summary>Tells once of each appointment that it ends soon and that nothing takes its place yet, with the modules that renewal still asks. Several replicas may look; the row of the warning decides.</summary>
public sealed class CompetenceExpiryJob(Databases databases, IDbContextFactory<CapacityDb> contexts, AppointmentTerms terms, TimeProvider clock, ILogger<CompetenceExpiryJob> logger) : SweepJob(TimeSpan.FromHours(1), clock, logger)
{
    private const string Operation = "handhaving.capacity.CompetenceExpiryJob";

    public override async Task SweepAsync(CancellationToken cancellation) => await EachAsync(await OwnersAsync(cancellation), owner => WarnAsync(owner, cancellation));

    private async Task WarnAsync(TenantId owner, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(owner), cancellation);
        var now = Clock.GetUtcNow();
        var today = DutchClock.DayOf(now);
        var officers = await new PeopleBook(db, new LedgerQueries(db, Clock)).OfAsync(owner, cancellation);
        List<(OfficerName Officer, AppointmentExpiry Expiry)> ending = [.. officers.SelectMany(officer => terms.Ending(officer.Details.Appointments, today).Select(expiry => (officer.Name, expiry)))];
        var untold = ending.Count == 0 ? [] : await EnterAsync(work, owner, ending, now, cancellation);
        if (untold.Count == 0) return;
        var trail = work.TrailOf(owner);
        foreach (var (officer, expiry) in ending.Where(one => untold.Contains(KeyOf(one))))
            trail.Publish(Guid.CreateVersion7(now), $"{officer.Value}/appointments/{KeyOf((officer, expiry))}", 1,
                new CompetenceExpiring(officer.Value, owner.Value, $"{expiry.Appointment.Domain}", expiry.Appointment.ValidUntil, expiry.DaysLeft, expiry.MissingModules, 1, now), Activity.Current);
        trail.Audit(AuditLine.OfSystem(Operation, "competence_warning", owner.Name, now) with { RowCount = untold.Count });
        await work.CommitAsync(cancellation);
    }

    /// <returns>Keys of those that were not told before.</returns>
    private static async Task<HashSet<string>> EnterAsync(UnitOfWork<CapacityDb> work, TenantId owner, List<(OfficerName, AppointmentExpiry)> ending, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("insert into competence_warning (tenant, id, warned_at) select $1, k, $3 from unnest($2) k order by k on conflict do nothing returning id")
        {
            Parameters = { new() { Value = owner.Value }, new() { Value = ending.Select(KeyOf).Distinct().ToArray() }, new() { Value = now } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        HashSet<string> untold = [];
        while (await reader.ReadAsync(cancellation)) untold.Add(reader.GetString(0));
        return untold;
    }

    private static string KeyOf((OfficerName Officer, AppointmentExpiry Expiry) one) => $"{one.Officer.Id}.{one.Expiry.Appointment.Domain}.{one.Expiry.Appointment.ValidUntil:yyyyMMdd}";

    private async Task<List<TenantId>> OwnersAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select code from municipality union all select id from team order by 1");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<TenantId> owners = [];
        while (await reader.ReadAsync(cancellation)) owners.Add(new(reader.GetString(0)));
        return owners;
    }
}
