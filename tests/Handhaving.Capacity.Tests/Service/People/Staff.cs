using Google.Protobuf.WellKnownTypes;
using Date = Google.Type.Date;

namespace Handhaving.Capacity.Tests.Service.People;

/// <summary>Requests about people as a planner of Landgraaf makes them. Each test takes a municipality of its own.</summary>
internal static class Staff
{
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Noon of a day in the weeks to come.</summary>
    public static DateTimeOffset Noon(int days = 30) => new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(days).AddHours(12);

    public static string NewId() => $"officer-new-{Guid.NewGuid():N}"[..24];

    public static Date Day(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static V1.EmploymentContract Contract(DateOnly? from = null, DateOnly? until = null, string function = "boa-1") => new()
    {
        Function = function, WeeklyHours = 36, ValidFrom = Day(from ?? Today.AddYears(-1)), ValidUntil = until is { } last ? Day(last) : null,
    };

    public static V1.Appointment Akte(string territory, DateOnly? until = null) => new()
    {
        Domain = V1.CompetenceDomain.PublicSpace, Territory = { territory }, ValidFrom = Day(Today.AddYears(-1)), ValidUntil = Day(until ?? Today.AddYears(3)), Modules = { new V1.RefresherTraining { Module = "PHB-1", PassedOn = Day(Today.AddMonths(-6)) } },
    };

    public static V1.CreateOfficerRequest Create(string code, string? id = null) => new()
    {
        Parent = $"municipalities/{code}", OfficerId = id ?? NewId(), RequestId = Asked.Id(), Officer = new() { DisplayName = "Sam", StaffTeam = "boa", Contracts = { Contract() }, Appointments = { Akte(code) } },
    };

    public static V1.ReportAbsenceRequest Sick(V1.Officer officer, DateTimeOffset start, double hours = 4) => new()
    {
        Parent = officer.Name, Etag = officer.Etag, RequestId = Asked.Id(),
        Absence = new() { Kind = V1.AbsenceKind.Sick, StartTime = start.ToTimestamp(), EndTime = start.AddHours(hours).ToTimestamp(), Certainty = V1.AbsenceCertainty.Expected },
    };

    public static async Task<V1.Officer> OfficerAsync(this Person planner, string code, int number) =>
        (await planner.People.GetOfficerAsync(new() { Name = $"municipalities/{code}/officers/officer-{code}-{number:00}" }, planner.Call)).Officer;

    public static async Task<V1.CapacityBlock> BlockAsync(this Person planner, string code, DateTimeOffset at, string function = "boa-1") =>
        Assert.Single((await planner.Ledger.ListBlocksAsync(Asked.Blocks(at, $"municipalities/{code}/functions/{function}", 0.25), planner.Call)).Blocks);

    public static async Task<IReadOnlyList<V1.ExplainedStrength>> ExplainAsync(this Person planner, string code, DateTimeOffset at, double hours = 4, string function = "boa-1") =>
        (await planner.People.ExplainStrengthAsync(new() { Parent = $"municipalities/{code}/functions/{function}", StartTime = at.ToTimestamp(), EndTime = at.AddHours(hours).ToTimestamp() }, planner.Call)).Strengths;
}
