using Google.Type;
using Grpc.Core;
using Handhaving.Dispatch.V1;
using DateTime = System.DateTime;
using People = Handhaving.Capacity.V1;

namespace Handhaving.EndToEnd.Tests;

/// <summary>Capacity owns people and dispatch keeps the copy: through the gateway, over the broker between two services.</summary>
public sealed class PeopleTests(Platform platform)
{
    private const string Stein = "municipalities/0971";

    [Fact]
    public async Task Who_the_planner_enters_may_come_on_duty_in_dispatch()
    {
        var (planner, desk) = (new People.PeopleService.PeopleServiceClient(await platform.AsAsync("planner-wm")), new UnitService.UnitServiceClient(await platform.AsAsync("centralist-wm")));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var request = new People.CreateOfficerRequest
        {
            Parent = Stein, OfficerId = $"officer-new-{Guid.NewGuid():N}"[..24], RequestId = Job.NewId(),
            Officer = new()
            {
                DisplayName = "Sam", StaffTeam = "boa",
                Contracts = { new People.EmploymentContract { Function = "boa-1", WeeklyHours = 36, ValidFrom = Day(today.AddMonths(-1)) } },
                Appointments = { new People.Appointment { Domain = People.CompetenceDomain.PublicSpace, Territory = { "0971" }, ValidFrom = Day(today.AddMonths(-1)), ValidUntil = Day(today.AddYears(4)) } },
            },
        };

        await planner.CreateOfficerAsync(request, Job.Call);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while ((await OfDispatchAsync(desk, Stein)).All(officer => officer.Id != request.OfficerId)) await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        var unit = (await desk.SignOnUnitAsync(new() { Name = Stein + "/units/boa-0971-3", Crew = { new CrewMember { Officer = request.OfficerId } }, RequestId = Job.NewId() }, Job.Call)).Unit;

        Assert.Equal([request.OfficerId], unit.Crew.Select(member => member.Officer));
        await desk.SignOffUnitAsync(new() { Name = unit.Name, RequestId = Job.NewId() }, Job.Call);
    }

    [Theory]
    [InlineData("municipalities/0888")]
    [InlineData("municipalities/1883")]
    [InlineData("teams/westelijke-mijnstreek")]
    public async Task The_demo_regions_of_both_services_know_the_same_people_with_the_same_powers(string owner)
    {
        var (planner, desk) = (await platform.AsAsync("planner-wm"), new UnitService.UnitServiceClient(await platform.AsAsync("centralist-wm")));

        var owned = (await new People.PeopleService.PeopleServiceClient(planner).ListOfficersAsync(new() { Parent = owner, PageSize = 1000 }, Job.Call)).Officers;
        var copied = await OfDispatchAsync(desk, owner);

        Assert.NotEmpty(owned);
        Assert.Equal(owned.Select(officer => (officer.Name.Split('/')[^1], Domains(officer.Appointments.Select(appointment => (int)appointment.Domain)))), copied.Select(officer => (officer.Id, Domains(officer.Domains.Select(domain => (int)domain)))));
    }

    private static string Domains(IEnumerable<int> domains) => string.Join(' ', domains.Distinct().Order());

    private static async Task<IReadOnlyList<Officer>> OfDispatchAsync(UnitService.UnitServiceClient desk, string owner) =>
        (await desk.ListOfficersAsync(new() { Parent = owner, PageSize = 1000 }, Job.Call)).Officers;

    private static Date Day(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
