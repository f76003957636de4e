using Google.Protobuf.WellKnownTypes;
using Handhaving.Events.Dispatch;

namespace Handhaving.Capacity.Tests.Service.Demand;

/// <summary>What dispatch tells becomes demand: over the broker, by two replicas, shown over the real door.</summary>
public sealed class DemandTests(CapacityRegion region)
{
    private const string Stein = "municipalities/0971", District = "WK097101";

    [Fact]
    public async Task Facts_that_come_late_and_twice_and_in_any_order_give_one_call_with_what_was_said_last()
    {
        var (planner, hour) = (Person.Planner(region), new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero));
        var incident = Told.NewIncident("0971");
        var (boa, police) = (Told.NewAssignment(incident), Told.NewAssignment(incident));
        var received = new IncidentReceived(incident, "0971", 1, hour.AddMinutes(7), "2026-1", "", 0, "Phone", hour.AddMinutes(5)) { Area = "WK097100" };
        var message = Guid.NewGuid();

        await region.TellAsync(
            new AssignmentCleared(boa, incident, "0971", Stein + "/units/boa-0971-1", 7, hour.AddMinutes(50), "warning"),
            new IncidentReprioritised(incident, "0971", 5, hour.AddMinutes(20), 3, 2),
            new IncidentMoved(incident, "0971", 4, hour.AddMinutes(15)) { Area = District },
            new IncidentClassified(incident, "0971", 2, hour.AddMinutes(8), "parking.nuisance", 3) { Area = "WK097100" },
            new AssignmentOnScene(boa, incident, "0971", Stein + "/units/boa-0971-1", 6, hour.AddMinutes(30)),
            new AssignmentAccepted(boa, incident, "0971", Stein + "/units/boa-0971-1", 3, hour.AddMinutes(20)),
            new AssignmentEnRoute(police, incident, "0971", "teams/westelijke-mijnstreek/units/wm-1", 8, hour.AddMinutes(21)),
            new AssignmentWithdrawn(police, incident, "0971", "teams/westelijke-mijnstreek/units/wm-1", 9, hour.AddMinutes(26)));
        await region.TellAsync(received, message);
        await region.UntilAsync(9, "select count(*) from inbox where consumer like 'capacity-demand%' and message_id in (select message_id from outbox where body like '%' || $1 || '%')", incident);
        await region.OwnerAsync("update outbox set sent_at = null, lease_until = null where message_id = $1", message);
        await region.UntilAsync(1, "select count(*) from outbox where message_id = $1 and sent_at is not null", message);

        var found = await planner.Demand.ListDemandAsync(new() { Parent = Stein, StartTime = hour.AddMinutes(30).ToTimestamp(), EndTime = hour.AddMinutes(40).ToTimestamp() }, planner.Call);
        Assert.Equal(new V1.DemandHour { Municipality = Stein, Area = District, StartTime = hour.ToTimestamp(), Family = "parking", Priority = 2, Arrivals = 1, Served = 1, MeanServiceSeconds = 35 * 60, MeanTravelSeconds = 600 }, Assert.Single(found.Hours));
        Assert.Equal((5 * 60.0, 30 * 60.0), (await SecondsAsync("police_seconds"), await SecondsAsync("boa_seconds")));

        async Task<double> SecondsAsync(string column) => (double)(await region.OwnerAsync($"select sum({column}) from demand_line where tenant = '0971' and starts_at = $1", hour) ?? 0.0);
    }

    [Fact]
    public async Task Old_calls_become_sums_that_say_the_same_and_know_no_incident()
    {
        var (planner, hour) = (Person.Planner(region), new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
        List<string> incidents = [Told.NewIncident("0971"), Told.NewIncident("0971")];
        await region.TellAsync([.. incidents.Select(incident => new IncidentReceived(incident, "0971", 1, hour, "2026-2", "noise.neighbours", 3, "Phone", hour.AddMinutes(5)))]);
        await region.UntilAsync(2, "select count(*) from demand_call where tenant = '0971' and reported_at = $1", hour.AddMinutes(5));
        var request = new V1.ListDemandRequest { Parent = Stein, StartTime = hour.ToTimestamp(), EndTime = hour.AddHours(1).ToTimestamp() };
        var before = await planner.Demand.ListDemandAsync(request, planner.Call);

        await region.OwnerAsync("update demand_call set heard_at = now() - interval '93 days' where tenant = '0971' and reported_at = $1", hour.AddMinutes(5));
        await region.SweepDemandAsync();

        Assert.Equal((2, "0971", "noise"), (before.Hours[0].Arrivals, before.Hours[0].Area, before.Hours[0].Family));
        Assert.Equal(before, await planner.Demand.ListDemandAsync(request, planner.Call));
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from demand_call where tenant = '0971' and reported_at = $1", hour.AddMinutes(5)));
    }

    [Fact]
    public async Task Sums_are_kept_as_long_as_the_data_says()
    {
        await region.OwnerAsync("insert into demand_hour values ('0971', '2021-03-05 09:00+00', '0971', 'noise', 3, 1, 0, 0, 0, 0, 0)");

        await region.SweepDemandAsync();

        Assert.Equal(0L, await region.OwnerAsync("select count(*) from demand_hour where tenant = '0971' and starts_at < '2022-01-01'"));
    }

    [Fact]
    public async Task A_list_goes_on_page_by_page()
    {
        var (planner, since) = (Person.Planner(region), DateTimeOffset.UtcNow.AddDays(-2));
        await region.PastAsync("0888", "0888", 2, "1");
        var request = new V1.ListDemandRequest { Parent = Asked.Beek, StartTime = since.ToTimestamp(), EndTime = since.AddDays(2).ToTimestamp(), PageSize = 20 };

        List<V1.DemandHour> hours = [];
        do
        {
            var page = await planner.Demand.ListDemandAsync(request, planner.Call);
            hours.AddRange(page.Hours);
            request.PageToken = page.NextPageToken;
        } while (request.PageToken.Length > 0);

        Assert.InRange(hours.Count, 48, 49);
        Assert.Equal(hours.Count, hours.Select(hour => hour.StartTime).Distinct().Count());
    }
}
