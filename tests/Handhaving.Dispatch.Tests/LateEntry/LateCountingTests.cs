using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.LateEntry;

/// <summary>What counts by the true time, and what by when it was told, in the running service.</summary>
public sealed class LateCountingTests(DispatchRegion region)
{
    private readonly LateWork work = new(region, "1954");

    [Fact]
    public async Task A_unit_rests_since_it_left_not_since_that_was_told()
    {
        var job = await work.OfferedAsync();
        await work.FinishAsync(job, acceptedAgo: 170, clearedAgo: 100);

        var incident = await work.Desk.ReportAsync("1954");
        V1.UnitPick? pick = null;
        await Work.EventuallyAsync(async () => (pick = (await work.Desk.Incidents.RecommendUnitsAsync(new() { Name = incident.Name, Limit = 50 }, work.Desk.Call)).Picks.FirstOrDefault(one => one.Unit == job.Unit)) is not null);
        Assert.Single(pick!.Factors, factor => factor is "100 min sinds de laatste inzet, 1 in deze dienst" or "101 min sinds de laatste inzet, 1 in deze dienst");
    }

    [Fact]
    public async Task An_incident_waited_until_its_unit_accepted()
    {
        var job = await work.OfferedAsync();

        var cleared = await work.FinishAsync(job, acceptedAgo: 170, clearedAgo: 100);

        Assert.InRange(cleared.Incident.WaitedSeconds, 9 * 60, 11 * 60);
        Assert.Equal(LateWork.Ago(100), cleared.Incident.HandleTime);
    }

    [Fact]
    public async Task What_was_handled_long_ago_and_told_now_stays_open_to_corrections_as_long_as_any_other()
    {
        var job = await work.OfferedAsync();
        await work.FinishAsync(job, acceptedAgo: 170, clearedAgo: 100);
        var (name, id) = (LateWork.IncidentOf(job), Guid.Parse(LateWork.IncidentOf(job).Split('/')[^1]));
        await region.OwnerAsync("update incident set body = jsonb_set(body, '{handledAt}', to_jsonb(now() - interval '30 hours')) where id = $1", id);

        await region.SweepTimersAsync();
        Assert.Equal(V1.IncidentState.Handled, await StateAsync(name));
        await region.OwnerAsync("update incident set body = jsonb_set(body, '{handledToldAt}', to_jsonb(now() - interval '25 hours')) where id = $1", id);
        await region.SweepTimersAsync();

        Assert.Equal(V1.IncidentState.Closed, await StateAsync(name));
    }

    [Fact]
    public async Task A_step_counts_in_the_hour_in_which_it_was_taken()
    {
        var job = await work.OfferedAsync();

        await work.FinishAsync(job, acceptedAgo: 170, clearedAgo: 100);

        await Work.EventuallyAsync(async () => await region.OwnerAsync("select coalesce(sum(count), 0)::int from fact_hour where tenant = '1954' and kind = 'AssignmentAccepted' and hour = date_trunc('hour', $1, 'UTC')", LateWork.Ago(170).ToDateTime()) is > 0);
    }

    private async Task<V1.IncidentState> StateAsync(string name) => (await work.Desk.Incidents.GetIncidentAsync(new() { Name = name }, work.Desk.Call)).Incident.State;
}
