namespace Handhaving.Capacity.Tests.Service.People;

/// <summary>Planners at once, on two replicas: numbers still follow from people, and no promise is lost (capacity 8, invariants 1 and 2).</summary>
public sealed class ParallelChangeTests(CapacityRegion region)
{
    private const string Stein = "municipalities/0971";

    [Fact]
    public async Task People_who_change_while_others_claim_them_are_all_counted_and_no_claim_is_lost()
    {
        var noon = Staff.Noon(45);
        Person[] planners = [Person.Planner(region), Person.Planner(region, 1)];
        var before = await planners[0].BlockAsync("0971", noon, "boa-2");

        var entering = Enumerable.Range(0, 6).Select(number => EnterAsync(planners[number % 2], DateOnly.FromDateTime(noon.UtcDateTime))).ToList();
        var asking = Enumerable.Range(0, 12).Select(number => planners[number % 2].AskAsync(new() { Parent = Stein, CaseId = Asked.Id(), CaseVersion = 1, RequestId = Asked.Id(), Lines = { Asked.Line(noon, 1, "boa-2", 2, Stein) } })).ToList();
        await Task.WhenAll(entering);
        var held = (await Task.WhenAll(asking)).Count(reservation => reservation.State is V1.ReservationState.Held);

        var block = await planners[0].BlockAsync("0971", noon, "boa-2");
        Assert.Equal((before.Plannable + 6, held), (block.Plannable, block.Held));
        Assert.InRange(held, before.Free, before.Free + 6);
        Assert.Equal(block.Plannable, (await planners[0].ExplainAsync("0971", noon, 0.25, "boa-2"))[0].Plannable);
    }

    /// <summary>Each act counts a quarter of a year anew; who comes after a long one waits for it instead of being told to come again.</summary>
    [Fact]
    public async Task A_planner_waits_for_the_act_of_another()
    {
        var planner = Person.Planner(region);
        const string Lock = "hashtextextended('municipalities/0971/people', 0)";
        var act = region.OwnerAsync($"select pg_advisory_xact_lock({Lock}), pg_sleep(1.5)"); // longer than a statement waits elsewhere
        while (await region.OwnerAsync($"select true from pg_locks where locktype = 'advisory' and granted and (classid::bigint << 32) + objid::bigint = {Lock}") is null) Assert.False(act.IsCompleted);

        var request = Staff.Create("0971");
        request.Officer.Contracts[0] = Staff.Contract(Staff.Today.AddDays(-9), Staff.Today.AddDays(-8)); // counts on no day of other tests
        Assert.NotEmpty((await planner.People.CreateOfficerAsync(request, planner.Call)).Officer.Name);

        await act;
    }

    // Again under the same request id while others are in the way, as the contract says.
    private static async Task EnterAsync(Person planner, DateOnly day)
    {
        var request = Staff.Create("0971");
        request.Officer.Contracts[0] = Staff.Contract(day.AddDays(-1), day.AddDays(1), "boa-2");
        request.Officer.Appointments[0].Domain = V1.CompetenceDomain.Environment;
        while (await Failure.ReasonAsync(planner.People.CreateOfficerAsync(request, planner.Call)) is "TRY_AGAIN") TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }
}
