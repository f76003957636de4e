using System.Diagnostics;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Themes;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Zones;

/// <summary>Draws a zone, or changes one; it counts from the next planning on.</summary>
public sealed class PutZone(CapacityDb db, TimeProvider clock)
{
    /// <param name="etag">Of the zone as the caller saw it; empty for a new one.</param>
    /// <exception cref="RuleBroken">ETAG_MISMATCH, THEME_UNKNOWN, and those of <see cref="ZoneDetails.Require"/>.</exception>
    public async Task<PatrolZone> HandleAsync(string code, ZoneDetails details, string etag, Call call, RequestKey request, CancellationToken cancellation)
    {
        details.Require();
        var (now, name) = (clock.GetUtcNow(), new ZoneName(call.Owner, code));
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([name.Value], cancellation);
        if (await work.AnswerAgainAsync<PatrolZone>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var before = (await db.Zones.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Code == code, cancellation))?.ToZone();
        Reasons.EtagMismatch.Require(etag == (before?.Etag ?? ""), ("name", name.Value));
        if (details.Theme.Length > 0 && details.Theme != before?.Details.Theme) await RequireThemeAsync(details.Theme, call.Owner, now, cancellation);
        var zone = new PatrolZone { Name = name, Details = details, ChangedBy = call.Caller.Subject, ChangedAt = now, Version = (before?.Version ?? 0) + 1 };
        await using (var batch = work.Batch())
        {
            batch.BatchCommands.Add(ZoneRow.Upsert(zone));
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        var trail = work.TrailOf(call.Owner);
        trail.Publish(Guid.CreateVersion7(now), name.Value, zone.Version, zone.ToFact(), Activity.Current);
        trail.Audit(AuditLine.Of(call, name.Value, now, zone.Version));
        await work.CommitAsync(call.Owner, request, zone, cancellation);
        return zone;
    }

    // Of the owner, or of its team where that speaks for it. A zone whose theme holds no longer can still be stopped.
    private async Task RequireThemeAsync(string theme, TenantId owner, DateTimeOffset now, CancellationToken cancellation)
    {
        var profile = await ProfileQueries.HoldingAsync(db, owner, DutchClock.DayOf(now), cancellation);
        ThemeRules.KnownTheme.Require(profile is not null && profile.Proposal.Themes.Any(known => known.Code == theme), ("theme", theme), ("owner", owner.Name));
    }
}
