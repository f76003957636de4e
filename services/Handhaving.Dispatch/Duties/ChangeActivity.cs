using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Duties;

/// <summary>A unit says what it does: available, patrolling, break, out of service.</summary>
public sealed class ChangeActivity(DutyWriter duties, CrewCheck crews, TimeProvider clock)
{
    public async Task<UnitView> HandleAsync(UnitName name, UnitActivity to, string? reason, Call call, RequestKey request, CancellationToken cancellation)
    {
        var act = new Act(call.Caller.Subject, clock.GetUtcNow(), reason);
        return await duties.WriteAsync(name, act, call, request, (unit, slot) =>
        {
            crews.RequireIn(unit, call); // here, after stored answers: who left the crew since is answered as before
            return Decide(unit, slot, to, act);
        }, cancellation);
    }

    internal static DutyChange Decide(UnitOnDuty unit, UnitSlot? slot, UnitActivity to, Act act) => new(
        unit.Duty.Change(to, slot is not null, unit.Called, act),
        sequence => new UnitActivityChanged(unit.Name.Value, unit.Name.Owner.Value, sequence, act.At, to.ToString()));
}
