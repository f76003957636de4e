using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>An act that waits for another is stamped with when it was decided, not with when it was asked.</summary>
public sealed class WaitingActTests(DispatchRegion region)
{
    [Fact]
    public async Task An_offer_that_waited_until_the_unit_was_free_begins_after_the_assignment_before_it_ended()
    {
        var person = Person.FromLandgraaf(region);
        var unit = await person.OwnUnitAsync(region, "0882");
        var (first, second) = (await person.ReportAsync("0882"), await person.ReportAsync("0899"));
        var before = (await person.AssignAsync(first, unit)).Assignment;
        await using var held = await HeldSubject.HoldAsync(region, second.Name);

        var waiting = person.AssignAsync(second, unit);
        await held.WaitedForAsync(waiting);
        var ended = (await person.Assignments.WithdrawAssignmentAsync(new() { Name = before.Name, Reason = "test", RequestId = Work.NewRequest() }, person.Call)).Assignment;
        await held.DisposeAsync();
        var offered = (await waiting).Assignment;

        Assert.True(offered.OfferTime.ToDateTimeOffset() >= ended.EndTime.ToDateTimeOffset(), $"offered {offered.OfferTime} before {ended.EndTime}");
        await person.Assignments.WithdrawAssignmentAsync(new() { Name = offered.Name, Reason = "test", RequestId = Work.NewRequest() }, person.Call);
    }
}
