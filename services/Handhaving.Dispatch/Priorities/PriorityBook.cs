using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Priorities;

/// <summary>Reads which priorities hold, within the transaction of a query.</summary>
public sealed class PriorityBook(DispatchDb db)
{
    /// <summary>Of a municipality its own, else its team's (C-08); of these the latest version in its period, else the latest whose period is over.</summary>
    public async Task<SafetyPriorities> OfAsync(TenantId municipality, DateOnly day, CancellationToken cancellation)
    {
        var found = await db.Database.SqlQuery<Row>($"""
            select p.profile, p.themes::text as themes from priorities p
            where (p.tenant = {municipality.Value} or p.tenant = (select team from municipality where code = {municipality.Value})) and p.valid_from <= {day}
            order by p.tenant = {municipality.Value} desc, p.valid_until >= {day} desc, p.version desc limit 1
            """).ToListAsync(cancellation);
        return found is [var row] ? new(row.Profile, JsonSerializer.Deserialize<List<HeldTheme>>(row.Themes, MessageJson.Options) ?? []) : SafetyPriorities.None;
    }

    /// <summary>Zones of a municipality and of its team in whose period a moment lies.</summary>
    public async Task<IReadOnlyList<SurveillanceZone>> ZonesAsync(TenantId municipality, DateTimeOffset now, CancellationToken cancellation)
    {
        var bodies = await db.Database.SqlQuery<string>($"""
            select z.body::text as "Value" from patrol_zone z
            where (z.tenant = {municipality.Value} or z.tenant = (select team from municipality where code = {municipality.Value})) and z.starts_at <= {now} and z.ends_at > {now} order by z.zone
            """).ToListAsync(cancellation);
        return [.. bodies.Select(body => JsonSerializer.Deserialize<PatrolZoneSet>(body, MessageJson.Options)).OfType<PatrolZoneSet>().Select(told => new SurveillanceZone(told))];
    }

    private sealed record Row(string Profile, string Themes);
}
