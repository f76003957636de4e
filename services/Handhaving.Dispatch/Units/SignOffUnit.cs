using System.Diagnostics;
using System.Text.Json;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Duties;
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
public sealed class SignOffUnit(DispatchDb db, CrewCheck crews, CommitSignal signal, TimeProvider clock)
{
    public async Task<UnitView> HandleAsync(UnitName name, Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([name.Value], cancellation); // first: of the same call twice at once, the second one sees the first one's answer
        if (await work.AnswerAgainAsync<UnitView>(call, request, name.Value, clock.GetUtcNow(), cancellation) is { } answered) return answered;
        var row = await db.Units.SingleOrDefaultAsync(row => row.Name == name.Value, cancellation) ?? throw new NotFound(name.Value);
        await RequireOwnAsync(name, call, cancellation);
        await RequireAnsweredAsync(row, cancellation);
        var now = clock.GetUtcNow();
        row.Sequence++;
        await EndDutyAsync(row, cancellation);
        var view = UnitView.OffDuty(name, row.CallSign, (UnitKind)row.Kind, row.Sequence);
        var trail = work.TrailOf(call.Owner);
        trail.Publish(Guid.CreateVersion7(now), name.Value, row.Sequence, new UnitSignedOff(name.Value, call.Owner.Value, row.Sequence, now), Activity.Current);
        trail.Show(name.Value, (short)BoardKind.UnitOffDuty, BoardWire.Encode(view));
        trail.Audit(AuditLine.Of(call, name.Value, now, row.Sequence));
        await work.CommitAsync(call.Owner, request, view, cancellation);
        signal.Raise();
        return view;
    }

    // A repeated call was answered before this; a unit without a crew is not on duty, and that is what its caller is told.
    private async Task RequireOwnAsync(UnitName name, Call call, CancellationToken cancellation)
    {
        var crew = await db.DutyMembers.AsNoTracking().Where(row => row.Unit == name.Value).Select(row => row.Officer).ToListAsync(cancellation);
        AssignmentRules.YourUnit.Require(crew.Count == 0 || crew.Contains(call.Caller.Subject) || crews.IsDesk(call, name.Owner));
    }

    private async Task RequireAnsweredAsync(UnitRow row, CancellationToken cancellation)
    {
        var calls = await db.Duties.AsNoTracking().Where(duty => duty.Unit == row.Name).Select(duty => duty.Calls).SingleOrDefaultAsync(cancellation);
        if (calls is not null) Duty.RequireAnswered(JsonSerializer.Deserialize<List<DeskCall>>(calls, MessageJson.Options) ?? [], CalledUnit.Of(row));
    }

    private async Task EndDutyAsync(UnitRow row, CancellationToken cancellation)
    {
        try
        {
            var ended = await db.Duties.Where(duty => duty.Unit == row.Name).ExecuteDeleteAsync(cancellation);
            AssignmentRules.OnDuty.Require(ended == 1, CalledUnit.Of(row).Words);
        }
        catch (PostgresException refused) when (refused.ConstraintName is "unit_is_on_duty")
        {
            throw UnitRules.Free.Broken(CalledUnit.Of(row).Words);
        }
    }
}
