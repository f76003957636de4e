using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Units;

/// <summary>A sign-on that is repeated because its answer did not come is answered as before, whatever the time has become.</summary>
public sealed class RepeatedSignOnTests(DispatchRegion region)
{
    [Fact]
    public async Task Also_when_the_duty_would_be_over_by_now()
    {
        var desk = Person.Centralist(region);
        var (unit, officer) = await new Scene(region).OffDutyAsync();
        var end = DateTime.UtcNow.AddSeconds(2);
        V1.SignOnUnitRequest request = new() { Name = unit, Crew = { new V1.CrewMember { Officer = officer } }, DutyEndTime = Timestamp.FromDateTime(end), RequestId = Work.NewRequest() };
        var before = (await desk.Units.SignOnUnitAsync(request, desk.Call)).Unit;
        await Work.EventuallyAsync(() => Task.FromResult(DateTime.UtcNow > end));

        Assert.Equal(before, (await desk.Units.SignOnUnitAsync(request, desk.Call)).Unit);
    }
}
