using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Tests.Tasks;

namespace Handhaving.Dispatch.Tests.Restricted;

/// <summary>Tips of Meld Misdaad Anoniem in Sittard-Geleen, and those who may and may not read them.</summary>
internal sealed class Tips(DispatchRegion region)
{
    public const string Municipality = "1883";
    public const string Team = "westelijke-mijnstreek";
    private static readonly string[] Own = ["0888", "0971", Municipality];
    private readonly string id = Guid.NewGuid().ToString("N")[..12];

    /// <summary>Holds the permission.</summary>
    public Person Desk { get; } = Person.Centralist(region);

    /// <summary>An officer of the municipality who is in no crew.</summary>
    public Person Officer => new(region, $"boa-{id}", "boa", [Municipality], []);

    /// <summary>A police officer of the team who is in no crew.</summary>
    public Person Police => new(region, $"police-{id}", "police", Own, [Team]);

    /// <summary>Does nearly all that a desk does, but may not read tips.</summary>
    public Person Partner => new(region, $"partner-{id}", "partner-simulator", Own, [Team]);

    /// <summary>Takes units away.</summary>
    public Person Supervisor => new(region, $"supervisor-{id}", "supervisor", Own, [Team]);

    public static V1.ReportIncidentRequest Tip(string municipality = Municipality)
    {
        var request = Work.Report(municipality);
        request.Incident.Source = V1.IncidentSource.AnonymousTip;
        request.Incident.Description = $"handel in de kelder {Guid.NewGuid():N}";
        return request;
    }

    public async Task<V1.Incident> ReportAsync() => (await Desk.Incidents.ReportIncidentAsync(Tip(), Desk.Call)).Incident;

    /// <summary>A tip with a unit of its own on it, accepted.</summary>
    public async Task<V1.Assignment> AcceptedAsync()
    {
        var offer = await OfferedAsync();
        return (await Desk.Assignments.AcceptAssignmentAsync(new() { Name = offer.Name, RequestId = Work.NewRequest() }, Desk.Call)).Assignment;
    }

    public async Task<V1.Assignment> OfferedAsync() => (await Desk.AssignAsync(await ReportAsync(), await Desk.OwnUnitAsync(region, Municipality))).Assignment;

    /// <summary>Somebody in a unit's crew, with the rights of an officer alone.</summary>
    public Person CrewOf(string unit) => region.CrewOf(unit, replica: 0);

    public static string IncidentOf(V1.Assignment job) => Crew.IncidentOf(job);

    /// <summary>The name of an incident that never was.</summary>
    public static string Unknown => $"municipalities/{Municipality}/incidents/{Guid.CreateVersion7()}";

    /// <summary>How often somebody was refused, as the audit says.</summary>
    public async Task<long> DenialsAsync(Person person) =>
        (long)(await region.OwnerAsync("select count(*) from audit_line where line like '%\"action\":\"DENY\"%' and line like '%' || $1 || '%'", person.Subject) ?? 0L);

    /// <summary>What somebody named and was refused, as the audit says.</summary>
    public Task<string[]> DeniedAsync(Person person) => region.DeniedAsync(person);
}
