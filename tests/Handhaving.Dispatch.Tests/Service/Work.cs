using Grpc.Core;
using Handhaving.Testing;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>The acts of the main job, as a caller does them.</summary>
internal static class Work
{
    public static string NewRequest() => Guid.CreateVersion7().ToString();

    public static V1.ReportIncidentRequest Report(string municipality = "0888", string type = "parking.nuisance") => new()
    {
        Parent = $"municipalities/{municipality}",
        Incident = new()
        {
            Source = V1.IncidentSource.Phone,
            Type = type,
            Priority = 3,
            Location = new() { Position = MarketOf(municipality), Description = "Markt" },
            Description = "auto op de stoep",
        },
        RequestId = NewRequest(),
    };

    /// <summary>A point in the middle of a municipality.</summary>
    public static Geo.V1.Position MarketOf(string municipality) => new() { Latitude = Markets.Of(municipality).Latitude, Longitude = Markets.Of(municipality).Longitude };

    public static async Task<V1.Incident> ReportAsync(this Person person, string municipality = "0888", string type = "parking.nuisance") =>
        (await person.Incidents.ReportIncidentAsync(Report(municipality, type), person.Call)).Incident;

    /// <summary>A text and nothing else: enough to be recorded.</summary>
    public static async Task<V1.Incident> ReportTextAsync(this Person desk)
    {
        var request = new V1.ReportIncidentRequest { Parent = "municipalities/0888", Incident = new() { Source = V1.IncidentSource.Phone, Description = "er is iets aan de hand" }, RequestId = NewRequest() };
        return (await desk.Incidents.ReportIncidentAsync(request, desk.Call)).Incident;
    }

    /// <summary>Signs a unit of the demo region on with its two officers, unless it is on duty.</summary>
    public static async Task<string> OnDutyAsync(this Person person, string municipality, int number)
    {
        var name = $"municipalities/{municipality}/units/boa-{municipality}-{number}";
        var unit = (await person.Units.GetUnitAsync(new() { Name = name }, person.Call)).Unit;
        if (unit.Availability is not V1.UnitAvailability.OffDuty) return name;
        var request = new V1.SignOnUnitRequest { Name = name, RequestId = NewRequest() };
        request.Crew.Add(new V1.CrewMember { Officer = $"officer-{municipality}-{2 * number - 1:00}" });
        request.Crew.Add(new V1.CrewMember { Officer = $"officer-{municipality}-{2 * number:00}" });
        await SignOnPatientlyAsync(person, request);
        return name;
    }

    /// <summary>A unit of its own for one test, on duty with a crew of two like the first of its municipality: nobody else assigns it.</summary>
    public static async Task<string> OwnUnitAsync(this Person person, DispatchRegion region, string municipality)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        var request = new V1.SignOnUnitRequest { Name = $"municipalities/{municipality}/units/{id}", RequestId = NewRequest() };
        await region.OwnerAsync("""
            insert into unit (tenant, name, call_sign, kind, home_latitude, home_longitude, minimum_crew)
            select tenant, $1, $2, kind, home_latitude, home_longitude, 1 from unit where name = $3
            """, request.Name, id, $"municipalities/{municipality}/units/boa-{municipality}-1");
        foreach (var officer in new[] { $"{id}-1", $"{id}-2" })
        {
            await region.OwnerAsync("insert into officer select tenant, $1, appointments from officer where id = $2", officer, $"officer-{municipality}-01");
            request.Crew.Add(new V1.CrewMember { Officer = officer });
        }
        await SignOnPatientlyAsync(person, request);
        return request.Name;
    }

    // On a loaded machine an act may wait longer than the service holds it: again under its request_id, as every client does.
    private static async Task SignOnPatientlyAsync(Person person, V1.SignOnUnitRequest request)
    {
        for (var left = 2; ; left--)
        {
            try
            {
                await person.Units.SignOnUnitAsync(request, person.Call);
                return;
            }
            catch (RpcException late) when (late.StatusCode is StatusCode.DeadlineExceeded && left > 0)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"Sign-on of {request.Name} took too long; again.");
            }
        }
    }

    public static async Task<V1.AssignUnitResponse> AssignAsync(this Person person, V1.Incident incident, string unit) =>
        await person.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, RequestId = NewRequest() }, person.Call);

    /// <summary>From an offer to cleared with an outcome.</summary>
    public static async Task<V1.Incident> FinishAsync(this Person person, V1.Assignment assignment)
    {
        await person.Assignments.AcceptAssignmentAsync(new() { Name = assignment.Name, RequestId = NewRequest() }, person.Call);
        await person.Assignments.ReportStatusAsync(new() { Name = assignment.Name, State = V1.AssignmentState.EnRoute, RequestId = NewRequest() }, person.Call);
        await person.Assignments.ReportStatusAsync(new() { Name = assignment.Name, State = V1.AssignmentState.OnScene, RequestId = NewRequest() }, person.Call);
        return (await person.Assignments.ClearAssignmentAsync(new() { Name = assignment.Name, Disposition = "warning", RequestId = NewRequest() }, person.Call)).Incident;
    }

    /// <summary>Waits until something holds, looking again and again until the test's deadline.</summary>
    public static Task EventuallyAsync(Func<Task<bool>> holds) => EventuallyAsync(holds, TimeSpan.FromSeconds(60));

    /// <summary>The same for what takes several turns of something slow.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds, TimeSpan longest)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(longest);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
            if (!await look.WaitForNextTickAsync(limit.Token)) throw new TimeoutException();
    }
}
