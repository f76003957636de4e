using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.V1;

namespace Handhaving.EndToEnd.Tests;

/// <summary>What operators report is demand for planners: through the gateway, over the broker between two services.</summary>
public sealed class DemandTests(Platform platform)
{
    [Fact]
    public async Task Incidents_that_are_reported_show_up_as_calls_of_their_area_family_and_priority()
    {
        var (desk, demand) = (await platform.AsAsync("centralist-wm"), new DemandService.DemandServiceClient(await platform.AsAsync("planner-wm")));
        var now = DateTimeOffset.UtcNow;
        var before = await CallsAsync(demand, now);

        for (var number = 0; number < 3; number++) await Job.ReportAsync(desk, "0971");
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await CallsAsync(demand, now) < before + 3) await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before + 3, await CallsAsync(demand, now));
    }

    private static async Task<int> CallsAsync(DemandService.DemandServiceClient demand, DateTimeOffset now)
    {
        var hours = (await demand.ListDemandAsync(new() { Parent = "municipalities/0971", StartTime = now.ToTimestamp(), EndTime = now.AddHours(1).ToTimestamp(), Families = { "parking" }, PageSize = 1000 }, Job.Call)).Hours;
        return hours.Where(hour => hour.Priority == 3 && hour.Area.Contains("0971", StringComparison.Ordinal)).Sum(hour => hour.Arrivals);
    }
}
