using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Tests.Service.People;
using Handhaving.Capacity.WorkingTime;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>Hours really worked, as dispatch's facts tell them, and the next shift after work that ran late.</summary>
public sealed class WorkedHoursTests(CapacityRegion region)
{
    private const string Code = "brunssum-landgraaf";
    private readonly DateTimeOffset now = new(DateTimeOffset.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
    private readonly string unit = $"{Planned.Team}/units/unit-{Guid.NewGuid():N}"[..50];

    [Fact]
    public async Task Work_that_ran_late_warns_of_the_next_shift_and_is_told_once()
    {
        var planner = Person.PlannerOfLandgraaf(region);
        var officer = await planner.PoliceAsync();
        var published = await PublishedAsync(planner, officer);
        Assert.DoesNotContain(published.Findings, finding => finding.Rule == "rest-after-work");

        await TellAsync(new UnitSignedOff(unit, Code, 2, now.AddMinutes(-5))); // facts may come in any order
        await TellAsync(new UnitSignedOn(unit, Code, 1, now.AddHours(-9), [officer.Name.Split('/')[^1]]));
        await TellAsync(new UnitSignedOn(unit, Code, 1, now.AddHours(-9), [officer.Name.Split('/')[^1]]));
        await region.SweepShortRestsAsync();
        await region.SweepShortRestsAsync();

        var warned = (await planner.Rosters.GetRosterAsync(new() { Name = published.Name }, planner.Call)).Roster.Findings.Single(finding => finding.Rule == "rest-after-work");
        Assert.Equal((V1.FindingSeverity.Warning, officer.Name, published.Shifts[0].StartTime), (warned.Severity, warned.Officer, warned.StartTime));
        Assert.Contains("het werk liep door tot", warned.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from outbox where type = 'Handhaving.Events.Capacity.RestShort' and body::jsonb ->> 'officer' = $1", officer.Name));
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from outbox where type = 'Handhaving.Events.Capacity.RestShort' and tenant <> $1", Code));
    }

    private async Task<V1.Roster> PublishedAsync(Person planner, V1.Officer officer)
    {
        var shift = new V1.RosterShift { Officer = officer.Name, Function = "noodhulp", StartTime = now.AddHours(6).ToTimestamp(), EndTime = now.AddHours(13).ToTimestamp() };
        var draft = await planner.PoliceDraftAsync(DutchClock.DayOf(now), shift);
        return (await planner.Rosters.PublishRosterAsync(new(Planned.Publish(draft)) { Reason = "eerste rooster", Consents = { officer.Name } }, planner.Call)).Roster;
    }

    // Dispatch's fact, put on the broker by this service's own relay.
    private async Task TellAsync(IDispatchFact fact)
    {
        var message = Guid.CreateVersion7();
        await region.OwnerAsync("insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body) values ($1, $2, $3, $4, $5, $6)",
            message, Code, $"{unit}/{message}", fact.Sequence, $"{fact.GetType()}", JsonSerializer.Serialize(fact, fact.GetType(), MessageJson.Options));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await region.OwnerAsync("select count(*) from inbox where consumer = 'capacity-worked' and message_id = $1", message) is not 1L) await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
