using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Duties;

/// <summary>The desk agrees a later end with a crew: the unit can be sent again, and is warned again when that moment comes.</summary>
public sealed class ExtendDuty(DutyWriter duties, TenantSettings settings, TimeProvider clock)
{
    public async Task<UnitView> HandleAsync(UnitName name, DateTimeOffset end, string reason, Call call, RequestKey request, CancellationToken cancellation)
    {
        var most = TimeSpan.FromHours(await settings.NumberOfAsync(name.Owner, DispatchSettings.ExtendDutyHours, cancellation));
        var act = new Act(call.Caller.Subject, clock.GetUtcNow(), reason);
        return await duties.WriteAsync(name, act, call, request, (unit, _) => new(
            unit.Duty.Extend(end, most, unit.Called, act),
            sequence => new UnitDutyExtended(name.Value, name.Owner.Value, sequence, act.At, end)) { Reason = reason }, cancellation);
    }
}
