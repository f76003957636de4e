using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Tasks;

/// <summary>Crews in the field, with the rights of an officer alone, and what they try.</summary>
internal static class Crew
{
    /// <summary>Somebody in a unit's crew.</summary>
    public static Person CrewOf(this DispatchRegion region, string unit, int member = 1, int replica = 1)
    {
        var tenant = TenantId.OfName(unit) ?? throw new FormatException(unit);
        return new(region, region.Replica(replica), $"{unit.Split('/')[^1]}-{member}", tenant.IsMunicipality ? "boa" : "police", tenant.IsMunicipality ? [tenant.Value] : [], tenant.IsMunicipality ? [] : [tenant.Value]);
    }

    public static string IncidentOf(V1.Assignment job) => job.Name[..job.Name.IndexOf("/assignments/", StringComparison.Ordinal)];

    public static V1.AddNoteRequest Note(string incident) => new() { Name = incident, Text = $"poort is open {Guid.NewGuid():N}", RequestId = Work.NewRequest() };

    /// <summary>What a crew's task gives: the incident, its history, a note.</summary>
    public static async Task ReadsAsync(this Person crew, string incident)
    {
        var note = Note(incident);
        Assert.Equal(incident, (await crew.Incidents.GetIncidentAsync(new() { Name = incident }, crew.Call)).Incident.Name);
        Assert.Equal(incident, (await crew.Incidents.AddNoteAsync(note, crew.Call)).Incident.Name);
        Assert.Contains(note.Text, (await crew.Incidents.ListTimelineEntriesAsync(new() { Parent = incident, PageSize = 1000 }, crew.Call)).Entries.Select(entry => entry.Text));
    }

    /// <summary>Why the incident, its history and a note were refused, each.</summary>
    public static async Task<string[]> WhyNotAsync(this Person person, string incident) => [.. (await RefusalsAsync(person, incident)).Select(failure => failure.Reason)];

    /// <summary>What is answered about the incident, its history and a note, but for the name that was given.</summary>
    public static async Task<IReadOnlyList<Failure>> RefusalsAsync(this Person person, string incident)
    {
        List<Failure> failures =
        [
            await Failure.OfAsync(person.Incidents.GetIncidentAsync(new() { Name = incident }, person.Call)),
            await Failure.OfAsync(person.Incidents.ListTimelineEntriesAsync(new() { Parent = incident }, person.Call)),
            await Failure.OfAsync(person.Incidents.AddNoteAsync(Note(incident), person.Call)),
        ];
        return [.. failures.Select(failure => failure with { Dutch = failure.Dutch.Replace(incident, "", StringComparison.Ordinal) })];
    }

    /// <summary>What somebody was refused, oldest first, as the audit says: the rpc and what was named.</summary>
    public static async Task<string[]> DeniedAsync(this DispatchRegion region, Person person) => (string[])(await region.OwnerAsync("""
        select coalesce(array_agg(l->>'object_id' order by l->>'occurred_at'), '{}') from (select line::jsonb as l from audit_line) lines where l->>'action' = 'DENY' and l->>'actor_id' = $1
        """, person.Subject) ?? Array.Empty<string>());

    public static CallOptions WithReason(this Person person)
    {
        var headers = person.Headers;
        headers.Add("x-reason", "onderzoek");
        return new(headers, DateTime.UtcNow.AddSeconds(20), TestContext.Current.CancellationToken);
    }
}
