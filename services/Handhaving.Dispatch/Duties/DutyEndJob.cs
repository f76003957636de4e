using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Duties;

/// <summary>Shows on the boards that a unit's duty is over; the unit stays on duty. Several replicas may sweep, the row decides who tells.</summary>
public sealed class DutyEndJob(Databases databases, IDbContextFactory<DispatchDb> contexts, DutyEndJob.Shown shown, TimeProvider clock, ILogger<DutyEndJob> logger)
    : SweepJob(TimeSpan.FromSeconds(10), clock, logger)
{
    private const string Operation = "handhaving.dispatch.DutyEndJob";

    /// <summary>What a unit's row on the board is made of.</summary>
    public sealed record Shown(UnitPositions Positions, SettingDefinitions Settings, CommitSignal Signal);

    /// <summary>Tells of each duty whose time is over and was not told of.</summary>
    public override async Task SweepAsync(CancellationToken cancellation)
    {
        await EachAsync(await EndedAsync(cancellation), name => TellAsync(name, cancellation));
        shown.Signal.Raise();
    }

    private async Task<List<UnitName>> EndedAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select unit from duty where ends_at <= $1 and end_told_at is null order by ends_at limit 100");
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<UnitName> names = [];
        while (await reader.ReadAsync(cancellation)) names.Add(new UnitName(reader.GetString(0)));
        return names;
    }

    private async Task TellAsync(UnitName name, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(name.Owner) with { Restricted = RestrictedReach.All }, cancellation);
        await work.LockAsync([name.Value], cancellation);
        var now = Clock.GetUtcNow();
        if (await db.Duties.SingleOrDefaultAsync(row => row.Unit == name.Value && row.EndsAt <= now && row.EndToldAt == null, cancellation) is not { } duty) return;
        duty.EndToldAt = now;
        var units = new UnitQueries(db, shown.Positions, shown.Settings, Clock);
        var row = await db.Units.AsNoTracking().SingleAsync(row => row.Name == name.Value, cancellation);
        var view = (await units.ViewAsync(work, [row], cancellation))[0];
        var trail = work.TrailOf(name.Owner);
        trail.ShowStatus(view);
        trail.Audit(AuditLine.OfSystem(Operation, "unit", name.Value, now));
        await work.CommitAsync(cancellation);
    }
}
