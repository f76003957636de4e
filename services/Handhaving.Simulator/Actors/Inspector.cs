using System.Collections.Concurrent;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Streams;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors;

/// <summary>Reads back through the gateway what the run left on the platform.</summary>
public sealed class Inspector(Platform platform, Intentions intentions)
{
    private const int PageSize = 200;
    private const int AtOnce = 8;

    /// <summary>Reads all incidents of the run with their timelines, and holds the units against them.</summary>
    /// <param name="duty">What units were seen to do.</param>
    public async Task<Observed> ReadAsync(LedgerBook ledger, IReadOnlyList<Sightings> boards, IEnumerable<Effect> duty, CancellationToken cancellation)
    {
        var incidents = await ListAsync(ledger, cancellation);
        ConcurrentBag<Effect> effects = [.. duty, .. incidents.Select(found => new Effect(Effect.Reported, found.Mark))];
        await Parallel.ForEachAsync(incidents, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (found, stop) =>
        {
            foreach (var step in await StepsAsync(found.Incident.Name, stop))
                effects.Add(step);
        });
        var names = ledger.Entries.Select(entry => entry.Change?.Incident).OfType<string>().Distinct();
        return new()
        {
            Effects = effects.CountBy(effect => effect).ToDictionary(),
            Board = names.ToDictionary(name => name, boards.SeenUntil),
            DoubleBookings = await DoubleBookingsAsync([.. incidents.SelectMany(found => found.Incident.Assignments)], cancellation),
        };
    }

    /// <summary>Newest first; what is older than the run ends the search.</summary>
    private async Task<List<(Incident Incident, string Mark)>> ListAsync(LedgerBook ledger, CancellationToken cancellation)
    {
        var since = ledger.Entries.Select(entry => entry.Change?.UpdateTime).Min() - TimeSpan.FromMinutes(5);
        List<(Incident, string)> found = [];
        var request = new ListIncidentsRequest { Parent = "municipalities/-", PageSize = PageSize };
        do
        {
            var page = await platform.Caller.AskAsync("ListIncidents", options => platform.Incidents.ListIncidentsAsync(request, options), cancellation);
            foreach (var incident in page.Incidents)
                if (intentions.FindMark(incident.Description) is { } mark)
                    found.Add((incident, mark));
            var older = page.Incidents.Count > 0 && page.Incidents[^1].CreateTime.ToDateTimeOffset() < since;
            request.PageToken = older ? "" : page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }

    /// <summary>Steps that we did; those of people at a desk who stepped in are theirs.</summary>
    private async Task<IEnumerable<Effect>> StepsAsync(string incident, CancellationToken cancellation)
    {
        List<TimelineEntry> entries = [];
        var request = new ListTimelineEntriesRequest { Parent = incident, PageSize = PageSize };
        do
        {
            var page = await platform.Caller.AskAsync(
                "ListTimelineEntries", options => platform.Incidents.ListTimelineEntriesAsync(request, options), cancellation);
            entries.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        var us = entries.FirstOrDefault(entry => entry.Kind == Effect.Reported)?.Actor;
        return entries.Where(entry => entry.Actor == us && Effect.Steps.Contains(entry.Kind))
            .Select(entry => new Effect(entry.Kind, incident, entry.Unit));
    }

    private async Task<IReadOnlyList<string>> DoubleBookingsAsync(IReadOnlyList<Assignment> assignments, CancellationToken cancellation)
    {
        List<string> doubled =
        [
            .. Booking.FindDouble(assignments.Select(assignment => new Booking(
                assignment.Unit, assignment.Name, assignment.OfferTime.ToDateTimeOffset(),
                assignment.EndTime?.ToDateTimeOffset() ?? DateTimeOffset.MaxValue))),
        ];
        foreach (var active in assignments.Where(assignment => assignment.EndTime is null))
        {
            var unit = await platform.GetUnitAsync(active.Unit, cancellation);
            if (unit.Assignment != active.Name)
                doubled.Add($"doubled: {active.Unit} is active on {active.Name} but shows {unit.Assignment}");
        }
        return doubled;
    }
}
