namespace Handhaving.Capacity.Tests.Service;

/// <summary>However many ask at once, on two replicas, no block promises more than it has (capacity 8, invariants 1 and 2).</summary>
public sealed class OversellTests(CapacityRegion region)
{
    [Fact]
    public async Task Of_sixty_that_ask_at_once_as_many_get_people_as_there_are()
    {
        var noon = Asked.Noon();
        Person[] officers = [Person.PermitOfficer(region), Person.PermitOfficer(region, 1)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
        {
            var officer = officers[number % 2];
            var line = Asked.Line(noon.AddMinutes(15 * (number % 3)), 1, hours: 4);
            return await officer.AskAsync(Asked.Request(Asked.Id(), 1, line));
        }));

        Assert.Equal(4, answers.Count(answer => answer.State is V1.ReservationState.Held));
        Assert.All((await officers[0].Ledger.ListBlocksAsync(Asked.Blocks(noon, hours: 5), officers[0].Call)).Blocks, block => Assert.InRange(block.Free, 0, 4));
    }

    [Fact]
    public async Task Claims_that_cross_each_other_on_several_owners_wait_for_nobody_in_a_circle()
    {
        var noon = Asked.Noon();
        Person[] planners = [Person.Planner(region), Person.Planner(region, 1)];
        string[] towns = [Asked.Beek, "municipalities/0971", "municipalities/1883"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number =>
        {
            var planner = planners[number % 2];
            var order = number % 4 < 2 ? towns : [.. towns.Reverse()];
            var lines = order.Select(town => Asked.Line(noon, 1, "boa-1", 2, town)).Append(Asked.Line(noon, 1)).ToArray();
            return await planner.AskAsync(Asked.Request(Asked.Id(), 1, number % 4 < 2 ? lines : [.. lines.Reverse()]));
        }));

        Assert.Equal(2, answers.Count(answer => answer.State is V1.ReservationState.Held)); // each town has two free
    }
}
