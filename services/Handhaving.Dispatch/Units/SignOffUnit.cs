using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Units;

/// <summary>A unit goes off duty; the database refuses it while an assignment holds the unit's slot.</summary>
public sealed class SignOffUnit(DispatchDb db, CommitSignal signal, TimeProvider clock)
{
    public async Task<UnitView> HandleAsync(UnitName name, Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.FindAnswerAsync<UnitView>(call.Owner, request, cancellation) is { } answered) return answered;
        var row = await db.Units.SingleOrDefaultAsync(row => row.Name == name.Value, cancellation) ?? throw new NotFound(name.Value);
        var now = clock.GetUtcNow();
        row.Sequence++;
        await EndDutyAsync(row, cancellation);
        var view = UnitView.OffDuty(name, row.CallSign, (UnitKind)row.Kind, row.Sequence);
        var trail = work.TrailOf(call.Owner);
        trail.Publish(Guid.CreateVersion7(now), name.Value, row.Sequence, new UnitSignedOff(name.Value, call.Owner.Value, row.Sequence, now));
        trail.Show(name.Value, (short)BoardKind.UnitOffDuty, BoardWire.Encode(view));
        trail.Audit(AuditLine.Of(call, name.Value, now, row.Sequence));
        await work.CommitAsync(call.Owner, request, view, cancellation);
        signal.Raise();
        return view;
    }

    private async Task EndDutyAsync(UnitRow row, CancellationToken cancellation)
    {
        try
        {
            var ended = await db.Duties.Where(duty => duty.Unit == row.Name).ExecuteDeleteAsync(cancellation);
            AssignmentRules.OnDuty.Require(ended == 1, ("unit", row.CallSign));
        }
        catch (PostgresException refused) when (refused.ConstraintName is "unit_is_on_duty")
        {
            throw UnitRules.Free.Broken(("unit", row.CallSign));
        }
    }
}
