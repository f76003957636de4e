using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Units;

/// <summary>People know a unit by its call sign, also when it is not there.</summary>
public sealed class OffDutyUnitTests(DispatchRegion region)
{
    [Fact]
    public async Task A_unit_that_is_off_duty_is_refused_by_its_call_sign()
    {
        var desk = Person.FromLandgraaf(region);
        var unit = await desk.OwnUnitAsync(region, "0899");
        await region.OwnerAsync("update unit set call_sign = '27-314' where name = $1", unit);
        await desk.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, desk.Call);
        var incident = await desk.ReportAsync("0899");

        var refused = await Failure.OfAsync(desk.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, RequestId = Work.NewRequest() }, desk.Call));

        Assert.Equal(("UNIT_NOT_ON_DUTY", "Eenheid 27-314 is niet in dienst. Kies een andere eenheid of meld deze eenheid eerst aan."), (refused.Reason, refused.Dutch));
    }
}
