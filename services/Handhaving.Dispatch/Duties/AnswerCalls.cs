using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Duties;

/// <summary>The desk answers what it saw a unit ask; the marks of that go from the board.</summary>
public sealed class AnswerCalls(DutyWriter duties, TimeProvider clock)
{
    /// <param name="until">Time of the newest call that the desk saw; null when it does not say.</param>
    public async Task<UnitView> HandleAsync(UnitName name, DateTimeOffset? until, Call call, RequestKey request, CancellationToken cancellation)
    {
        var act = new Act(call.Caller.Subject, clock.GetUtcNow());
        return await duties.WriteAsync(name, act, call, request, (unit, _) => new(
            unit.Duty.Answer(until, unit.Called),
            sequence => new UnitSpeechAnswered(name.Value, name.Owner.Value, sequence, act.At)), cancellation);
    }
}
