using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Tests.Plans;

/// <summary>Dispatch signs on by the crews that capacity's facts plan, over a real broker: once, in the order of versions.</summary>
public sealed class PlannedRosterTests(DispatchRegion region)
{
    private const string Owner = "municipalities/0971";
    private readonly string id = $"officer-plan-{Guid.NewGuid():N}"[..24];
    private readonly string roster = $"{Owner}/rosters/{Guid.NewGuid()}";
    private readonly DateTimeOffset now = DateTimeOffset.UtcNow;

    [Fact]
    public async Task A_unit_without_a_named_crew_takes_whom_the_roster_plans_in_it_now_until_their_end()
    {
        var desk = Person.Centralist(region);
        var unit = await UnitAsync(0, 1);
        Assert.Equal("CREW_NOT_PLANNED", (await desk.TrySignOnAsync(new() { Name = unit, RequestId = Work.NewRequest() }))?.Reason);
        await TellAsync(new RosterPublished(roster, "0971", now.AddDays(-1), now.AddDays(1), [Member(unit, 0, 0.25, 8), Member(unit, 1, -8, 0.2)], null, 2, now));

        var answer = await desk.Units.SignOnUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, desk.Call);

        Assert.Equal([Id(0)], answer.Unit.Crew.Select(member => member.Officer)); // the other's shift ends before this one's begins
        Assert.Equal((true, 0, 0), (answer.Plan.Taken, answer.Plan.Missing.Count, answer.Plan.Unplanned.Count));
        Assert.Equal(now.AddHours(8).ToUnixTimeSeconds(), answer.Unit.DutyEndTime.Seconds);
    }

    [Fact]
    public async Task Another_crew_than_planned_is_taken_and_the_answer_says_how_it_differs()
    {
        var desk = Person.Centralist(region);
        var unit = await UnitAsync(0, 1);
        await TellAsync(new RosterPublished(roster, "0971", now.AddDays(-1), now.AddDays(1), [Member(unit, 0, -1, 8)], null, 2, now));
        var request = new V1.SignOnUnitRequest { Name = unit, Crew = { new V1.CrewMember { Officer = Id(1) } }, RequestId = Work.NewRequest() };

        var answer = await desk.Units.SignOnUnitAsync(request, desk.Call);

        Assert.Equal([Id(1)], answer.Unit.Crew.Select(member => member.Officer));
        Assert.Equal((false, Id(0), Id(1)), (answer.Plan.Taken, Assert.Single(answer.Plan.Missing).Officer, Assert.Single(answer.Plan.Unplanned).Officer));
        Assert.Equal(answer, await desk.Units.SignOnUnitAsync(request, desk.Call));
    }

    [Fact]
    public async Task What_changes_is_followed_and_what_comes_late_or_of_a_replaced_roster_changes_nothing()
    {
        var unit = await UnitAsync(0, 1);
        var next = $"{Owner}/rosters/{Guid.NewGuid()}";
        await TellAsync(new RosterChanged(roster, "0971", now, now.AddDays(1), [Member(unit, 1, 1, 2)], 5, now));
        await TellAsync(new RosterPublished(roster, "0971", now, now.AddDays(1), [Member(unit, 0, 1, 2)], null, 4, now), roster + "/late");
        Assert.Equal([(Id(1), roster)], await PlannedAsync(unit));

        await TellAsync(new RosterPublished(next, "0971", now, now.AddDays(1), [Member(unit, 0, 1, 2)], roster, 3, now), next);
        await TellAsync(new RosterChanged(roster, "0971", now, now.AddDays(1), [Member(unit, 1, 1, 2)], 6, now), roster + "/later");

        Assert.Equal([(Id(0), next)], await PlannedAsync(unit));
    }

    [Fact]
    public async Task Plans_are_read_by_their_owner_over_a_month_at_most()
    {
        var (desk, stranger) = (Person.Centralist(region), Person.FromLandgraaf(region));
        var asked = new V1.ListPlannedUnitsRequest { Parent = Owner, StartTime = now.ToTimestamp(), EndTime = now.AddDays(32).ToTimestamp() };

        Assert.Equal("PLAN_STRETCH_INVALID", (await Failure.OfAsync(desk.Units.ListPlannedUnitsAsync(asked, desk.Call))).Reason);
        Assert.Equal("NOT_FOUND", (await Failure.OfAsync(stranger.Units.ListPlannedUnitsAsync(new(asked) { EndTime = now.AddDays(1).ToTimestamp() }, stranger.Call))).Reason);
    }

    private string Id(int number) => $"{id}{number}";

    private PlannedCrewMember Member(string unit, int number, double from, double until) => new(unit, $"{Owner}/officers/{Id(number)}", now.AddHours(from), now.AddHours(until));

    private async Task<IEnumerable<(string, string)>> PlannedAsync(string unit)
    {
        var desk = Person.Centralist(region);
        var found = await desk.Units.ListPlannedUnitsAsync(new() { Parent = Owner, StartTime = now.ToTimestamp(), EndTime = now.AddHours(12).ToTimestamp(), PageSize = 1000 }, desk.Call);
        return found.PlannedUnits.Where(planned => planned.Unit == unit).Select(planned => (Assert.Single(planned.Crew).Officer, planned.Roster));
    }

    // Capacity's fact, put on the broker by this service's own relay.
    private async Task TellAsync(ICapacityFact fact, string? aggregate = null)
    {
        var message = Guid.CreateVersion7();
        await region.OwnerAsync("insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body) values ($1, '0971', $2, $3, $4, $5)",
            message, aggregate ?? roster, fact.Sequence, $"{fact.GetType()}", JsonSerializer.Serialize(fact, fact.GetType(), MessageJson.Options));
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from inbox where consumer = 'dispatch-plans' and message_id = $1", message) is 1L);
    }

    private async Task<string> UnitAsync(params int[] officers)
    {
        var unit = $"{Owner}/units/{id}";
        await region.OwnerAsync("""
            insert into unit (tenant, name, call_sign, kind, home_latitude, home_longitude, minimum_crew)
            select tenant, $1, $2, kind, home_latitude, home_longitude, 1 from unit where name = 'municipalities/0971/units/boa-0971-1'
            """, unit, id);
        foreach (var number in officers) await region.OwnerAsync("insert into officer (tenant, id, appointments) select tenant, $1, appointments from officer where id = 'officer-0971-01'", Id(number));
        return unit;
    }
}
