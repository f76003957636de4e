using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>A page whose rows are long ends earlier, and nothing of the list is left out.</summary>
public sealed class LargePageTests(DispatchRegion region)
{
    private const string Municipality = "0986";
    private const int Rows = 900; // of 6 kB each
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task A_list_of_long_incidents_comes_in_pages_that_a_message_carries()
    {
        var one = await CancelledAsync();
        await region.OwnerAsync($"""
            insert into incident (tenant, id, version, state, priority, number, body)
            select i.tenant, n.id, i.version, i.state, i.priority, i.number || '-' || n.number, jsonb_set(replace(i.body::text, i.id::text, n.id::text)::jsonb, '{"{description}"}', to_jsonb(repeat('€', 2000)))
            from incident i, (select gen_random_uuid() as id, number from generate_series(1, {Rows}) number) n where i.id = $1
            """, IdOf(one));
        List<V1.Incident> seen = [];
        var (pages, request) = (0, new V1.ListIncidentsRequest { Parent = $"municipalities/{Municipality}", PageSize = 1000 });

        do
        {
            var page = await desk.Incidents.ListIncidentsAsync(request, desk.Call);
            seen.AddRange(page.Incidents.Where(incident => incident.Number == one.Number && incident.Name != one.Name));
            (pages, request.PageToken) = (pages + 1, page.NextPageToken);
        }
        while (request.PageToken.Length > 0);

        await region.OwnerAsync("delete from incident where number like $1 || '-%'", one.Number);
        Assert.Equal((Rows, Rows), (seen.Count, seen.DistinctBy(incident => incident.Name).Count()));
        Assert.InRange(pages, 2, 10);
    }

    [Fact]
    public async Task A_long_history_comes_in_pages_that_a_message_carries()
    {
        var one = await CancelledAsync();
        await region.OwnerAsync($"""
            insert into timeline (tenant, incident, sequence, kind, occurred_at, actor, text)
            select '{Municipality}', $1, 1000 + number, 'NotePosted', now(), 'x', repeat('€', 2000) from generate_series(1, {Rows}) number
            """, IdOf(one));
        List<long> seen = [];
        var (pages, request) = (0, new V1.ListTimelineEntriesRequest { Parent = one.Name, PageSize = 1000 });

        do
        {
            var page = await desk.Incidents.ListTimelineEntriesAsync(request, desk.Call);
            seen.AddRange(page.Entries.Select(entry => entry.Sequence).Where(sequence => sequence > 1000));
            (pages, request.PageToken) = (pages + 1, page.NextPageToken);
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(Enumerable.Range(1001, Rows).Select(sequence => (long)sequence), seen);
        Assert.InRange(pages, 2, 10);
    }

    private static Guid IdOf(V1.Incident incident) => Guid.Parse(incident.Name.Split('/')[^1]);

    private async Task<V1.Incident> CancelledAsync()
    {
        var reported = await desk.ReportAsync(Municipality);
        return (await desk.Incidents.CancelIncidentAsync(new() { Name = reported.Name, Etag = reported.Etag, Reason = "proef", RequestId = Work.NewRequest() }, desk.Call)).Incident;
    }
}
