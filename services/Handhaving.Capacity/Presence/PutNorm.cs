using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Presence;

/// <summary>Minutes that somebody is to be in a district in a shift.</summary>
public sealed record PresenceNorm(string Area, ShiftKind Shift, int Minutes);

/// <summary>Sets the norm of a district of a municipality.</summary>
public sealed class PutNorm(CapacityDb db, TimeProvider clock)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">AREA_OF_OTHER_MUNICIPALITY.</exception>
    public async Task<PresenceNorm> HandleAsync(PresenceNorm norm, Call call, RequestKey request, CancellationToken cancellation)
    {
        // Statistics Netherlands numbers a district after its municipality.
        PresenceRules.OwnArea.Require(norm.Area.TrimStart('W', 'K').StartsWith(call.Owner.Value, StringComparison.Ordinal), ("area", norm.Area), ("owner", call.Owner.Name));
        var (now, name) = (clock.GetUtcNow(), $"{call.Owner.Name}/presenceNorms/{norm.Area}/{norm.Shift}");
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([$"{call.Owner.Name}/presenceNorms"], cancellation);
        if (await work.AnswerAgainAsync<PresenceNorm>(call, request, name, now, cancellation) is { } answered) return answered;
        var before = await db.PresenceNorms.SingleOrDefaultAsync(row => row.Tenant == call.Owner.Value && row.Area == norm.Area && row.Shift == norm.Shift, cancellation);
        if (before is null) db.PresenceNorms.Add(new() { Tenant = call.Owner.Value, Area = norm.Area, Shift = norm.Shift, Minutes = norm.Minutes });
        else before.Minutes = norm.Minutes;
        await db.SaveChangesAsync(cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name, now));
        await work.CommitAsync(call.Owner, request, norm, cancellation);
        return norm;
    }
}
