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
            Location = new() { Position = new() { Latitude = 50.94, Longitude = 5.80 }, Description = "Markt" },
            Description = "auto op de stoep",
        },
        RequestId = NewRequest(),
    };

    public static async Task<V1.Incident> ReportAsync(this Person person, string municipality = "0888", string type = "parking.nuisance") =>
        (await person.Incidents.ReportIncidentAsync(Report(municipality, type), person.Call)).Incident;

    /// <summary>Signs a unit of the demo region on with its two officers, unless it is on duty.</summary>
    public static async Task<string> OnDutyAsync(this Person person, string municipality, int number)
    {
        var name = $"municipalities/{municipality}/units/boa-{municipality}-{number}";
        var unit = (await person.Units.GetUnitAsync(new() { Name = name }, person.Call)).Unit;
        if (unit.Availability is not V1.UnitAvailability.OffDuty) return name;
        var request = new V1.SignOnUnitRequest { Name = name, RequestId = NewRequest() };
        request.Crew.Add(new V1.CrewMember { Officer = $"officer-{municipality}-{2 * number - 1:00}" });
        request.Crew.Add(new V1.CrewMember { Officer = $"officer-{municipality}-{2 * number:00}" });
        await person.Units.SignOnUnitAsync(request, person.Call);
        return name;
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
    public static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
            if (!await look.WaitForNextTickAsync(limit.Token)) throw new TimeoutException();
    }
}
