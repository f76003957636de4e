using System.Diagnostics;
using System.Text.Json;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Duties;

/// <summary>What an act makes of a duty, and the fact that is published about it.</summary>
public sealed record DutyChange(Duty Duty, Func<long, object> Fact)
{
    /// <summary>Why, for the audit; null when the act needs no reason.</summary>
    public string? Reason { get; init; }
}

/// <summary>Writes an act of a unit on its own duty, under the lock that an offer of its slot takes too: of a break and an offer at once, one sees the other.</summary>
public sealed class DutyWriter(DispatchDb db, UnitQueries units, CommitSignal signal)
{
    /// <param name="decide">Gets the unit on duty and whether an assignment holds its slot.</param>
    internal async Task<UnitView> WriteAsync(UnitName name, Act act, Call call, RequestKey request, Func<UnitOnDuty, UnitSlot?, DutyChange> decide, CancellationToken cancellation)
    {
        // Whatever holds the slot counts, and desks are told of it; the caller is shown what he may see.
        await using var work = await db.BeginAsync(TenantScope.Of(call) with { Restricted = RestrictedReach.All }, cancellation);
        await work.LockAsync([name.Value], cancellation);
        if (await work.AnswerAgainAsync<UnitView>(call, request, name.Value, act.At, cancellation) is { } answered) return answered.SeenBy(call.Restricted);
        var (row, found, slot) = await units.SeeAsync(work, name, cancellation);
        var unit = found ?? throw AssignmentRules.OnDuty.Broken(CalledUnit.Of(row).Words);
        var change = decide(unit, slot);
        row.Sequence++;
        await SaveAsync(name, change.Duty, cancellation);
        var view = units.Show(unit with { Duty = change.Duty }, row.Sequence, slot, act.At);
        var trail = work.TrailOf(call.Owner);
        trail.Publish(Guid.CreateVersion7(act.At), name.Value, row.Sequence, change.Fact(row.Sequence), Activity.Current);
        trail.ShowStatus(view);
        var line = AuditLine.Of(call, name.Value, act.At, row.Sequence);
        trail.Audit(change.Reason is { } reason ? line with { ReasonText = reason } : line);
        var seen = view.SeenBy(call.Restricted);
        await work.CommitAsync(call.Owner, request, seen, cancellation);
        signal.Raise();
        return seen;
    }

    private async Task SaveAsync(UnitName name, Duty duty, CancellationToken cancellation)
    {
        var row = await db.Duties.SingleAsync(row => row.Unit == name.Value, cancellation);
        (row.Activity, row.ActivityReason, row.ActivitySince) = ((short)duty.Activity, duty.ActivityReason, duty.ActivitySince);
        if (row.EndsAt != duty.EndsAt) (row.EndsAt, row.EndToldAt) = (duty.EndsAt, null);
        row.Calls = JsonSerializer.Serialize(duty.Calls, MessageJson.Options);
    }
}
