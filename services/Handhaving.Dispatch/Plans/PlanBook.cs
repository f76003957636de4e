using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Plans;

/// <summary>Reads who is planned, within the transaction of an act or a query.</summary>
public sealed class PlanBook(DispatchDb db)
{
    // A crew comes on duty a little before its shift.
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(30);

    /// <summary>Who is planned in the unit now, or within half an hour.</summary>
    public async Task<IReadOnlyList<PlannedMember>> NowAsync(UnitName unit, DateTimeOffset now, CancellationToken cancellation)
    {
        var planned = (await ReadAsync(unit.Owner, now, now + Early, cancellation)).Where(member => member.Unit == unit).ToList();
        var running = planned.Where(member => member.StartsAt <= now).ToList();
        return planned.Exists(member => member.StartsAt > now) ? [.. planned.Where(member => member.EndsAt > now + Early)] : running;
    }

    /// <summary>Everybody planned in a unit of the owner at some moment of the stretch.</summary>
    public async Task<IReadOnlyList<PlannedMember>> ReadAsync(TenantId owner, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQuery<Row>($"""
            select c.unit, c.officer, c."startsAt" as starts_at, c."endsAt" as ends_at, r.roster
            from planned_roster r, jsonb_to_recordset(r.crews) as c (unit text, officer text, "startsAt" timestamptz, "endsAt" timestamptz)
            where r.tenant = {owner.Value} and r.ends_at + interval '1 day' > {from} and r.starts_at < {until} and c."endsAt" > {from} and c."startsAt" < {until}
            order by c."startsAt", c.unit, c.officer
            """).ToListAsync(cancellation);
        return [.. rows.Select(row => new PlannedMember(new(row.Unit), row.Officer.Split('/')[^1], row.StartsAt, row.EndsAt, row.Roster))];
    }

    private sealed record Row(string Unit, string Officer, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Roster);
}
