using System.Text.Json;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Tests.Tasks;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Loans;

/// <summary>Two teams that share nothing: Westelijke Mijnstreek borrows, Brunssum-Landgraaf lends.</summary>
internal sealed class Neighbours(DispatchRegion region)
{
    public Person Borrower { get; } = Person.Centralist(region);

    public Person Lender { get; } = Person.FromLandgraaf(region);

    /// <summary>A unit of its own for one test, on duty, with powers at home and in the borrower's municipalities.</summary>
    /// <param name="crew">How many.</param>
    /// <param name="powers">Municipality where they hold as well.</param>
    public async Task<string> UnitAsync(string owner = "0882", int crew = 2, string powers = "0971")
    {
        var (tenant, id) = (new TenantId(owner), Guid.NewGuid().ToString("N")[..12]);
        return await OnDutyAsync($"{tenant.Name}/units/{id}", [owner, "0888", powers], crew);
    }

    /// <summary>The same with powers at home alone.</summary>
    public Task<string> HomelyAsync() => OnDutyAsync($"municipalities/0882/units/{Guid.NewGuid().ToString("N")[..12]}", ["0882"], 2);

    /// <summary>The same, but nobody is in it yet.</summary>
    public async Task<string> OffDutyAsync(string name, string[] territory, int crew)
    {
        var (tenant, id) = (TenantId.OfName(name)?.Value ?? "", name.Split('/')[^1]);
        await region.OwnerAsync("insert into unit (tenant, name, call_sign, kind, home_latitude, home_longitude, minimum_crew) values ($1, $2, $3, $4, 50.9, 6.0, 1)",
            tenant, name, id, (short)(new TenantId(tenant).IsMunicipality ? 3 : 4));
        var domain = new TenantId(tenant).IsMunicipality ? CompetenceDomain.PublicSpace : CompetenceDomain.GeneralDetection;
        Appointment[] powers = [new(domain, new TenantId(tenant).IsMunicipality ? territory : ["NL"], new DateOnly(2025, 1, 1), new DateOnly(2099, 12, 31))];
        for (var number = 1; number <= crew; number++)
            await region.OwnerAsync("insert into officer (tenant, id, appointments) values ($1, $2, $3::jsonb)", tenant, $"{id}-{number}", JsonSerializer.Serialize(powers, MessageJson.Options));
        return name;
    }

    /// <summary>Somebody in a unit's crew, with the rights of his own employer alone.</summary>
    public Person CrewOf(string unit, int replica = 0) => region.CrewOf(unit, replica: replica);

    public async Task<V1.Incident> ReportAsync(int priority = 1, string municipality = "0888", string type = "parking.nuisance")
    {
        var request = Work.Report(municipality, type);
        request.Incident.Priority = priority;
        request.Incident.Description = $"auto op de stoep {Guid.NewGuid()}";
        request.Incident.Cautions.Add("hond");
        return (await Borrower.Incidents.ReportIncidentAsync(request, Borrower.Call)).Incident;
    }

    public static V1.AssignUnitRequest Ask(V1.Incident incident, string unit, string skipHoldReason = "geen eigen eenheid vrij") =>
        new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, Borrow = new() { SkipHoldReason = skipHoldReason }, RequestId = Work.NewRequest() };

    public async Task<V1.AssignUnitResponse> BorrowAsync(V1.Incident incident, string unit) => await Borrower.Assignments.AssignUnitAsync(Ask(incident, unit), Borrower.Call);

    /// <summary>A unit of Landgraaf on an urgent incident in Beek, and the loan as Landgraaf's desk sees it.</summary>
    public async Task<(V1.Assignment Job, V1.Loan Loan)> LendAsync(string owner = "0882")
    {
        var offer = await BorrowAsync(await ReportAsync(), await UnitAsync(owner));
        return (offer.Assignment, await LoanOfAsync(offer.Assignment));
    }

    public async Task<V1.Loan> LoanOfAsync(V1.Assignment job) => (await ListAsync(Lender, "municipalities/-")).Single(loan => loan.Assignment == job.Name);

    public static async Task<IReadOnlyList<V1.Loan>> ListAsync(Person person, string parent) =>
        (await person.Loans.ListLoansAsync(new() { Parent = parent, PageSize = 1000 }, person.Call)).Loans;

    public static V1.RefuseLoanRequest Refusal(V1.Loan loan) => new() { Name = loan.Name, Etag = loan.Etag, Reason = "zelf nodig", RequestId = Work.NewRequest() };

    public async Task<Failure> RefusedAsync(V1.AssignUnitRequest request) => await Failure.OfAsync(Borrower.Assignments.AssignUnitAsync(request, Borrower.Call));

    private async Task<string> OnDutyAsync(string name, string[] territory, int crew)
    {
        var request = new V1.SignOnUnitRequest { Name = await OffDutyAsync(name, territory, crew), RequestId = Work.NewRequest() };
        for (var number = 1; number <= crew; number++) request.Crew.Add(new V1.CrewMember { Officer = $"{name.Split('/')[^1]}-{number}" });
        await Lender.Units.SignOnUnitAsync(request, Lender.Call);
        return name;
    }
}
