using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service.People;

/// <summary>Each refusal over the real door; nothing is written by any.</summary>
public sealed class PeopleRefusalTests(CapacityRegion region)
{
    private const string Brunssum = "0899";

    [Fact]
    public async Task What_is_entered_wrongly_is_refused_with_its_reason()
    {
        var planner = Person.PlannerOfLandgraaf(region);

        async Task<string> EnterAsync(Action<V1.CreateOfficerRequest> spoil)
        {
            var request = Staff.Create(Brunssum);
            spoil(request);
            return await Failure.ReasonAsync(planner.People.CreateOfficerAsync(request, planner.Call));
        }

        Assert.Equal("OFFICER_EXISTS", await EnterAsync(request => request.OfficerId = "officer-0899-01"));
        Assert.Equal("OFFICER_EXISTS", await EnterAsync(request => request.OfficerId = "officer-0888-01")); // of another team, which the wall hides
        Assert.Equal("STAFF_TEAM_UNKNOWN", await EnterAsync(request => request.Officer.StaffTeam = "ruiters"));
        Assert.Equal("FUNCTION_UNKNOWN", await EnterAsync(request => request.Officer.Contracts[0].Function = "ruiter"));
        Assert.Equal("FUNCTION_NOT_OF_OWNER", await EnterAsync(request => request.Officer.Contracts[0].Function = "noodhulp"));
        Assert.Equal("CONTRACTS_OVERLAP", await EnterAsync(request => request.Officer.Contracts.Add(Staff.Contract())));
        Assert.Equal("CONTRACT_TERM_EMPTY", await EnterAsync(request => request.Officer.Contracts[0].ValidUntil = Staff.Day(Staff.Today.AddYears(-2))));
        Assert.Equal("APPOINTMENT_TERM_TOO_LONG", await EnterAsync(request => request.Officer.Appointments[0].ValidUntil = Staff.Day(Staff.Today.AddYears(4))));
        Assert.Equal("APPOINTMENT_TERM_EMPTY", await EnterAsync(request => request.Officer.Appointments[0].ValidUntil = Staff.Day(Staff.Today.AddYears(-2))));
        Assert.Equal("APPOINTMENT_WITHOUT_TERRITORY", await EnterAsync(request => request.Officer.Appointments[0].Territory.Clear()));
        Assert.Equal("MUNICIPALITY_UNKNOWN", await EnterAsync(request => request.Officer.Appointments[0].Territory.Add("9999")));
        Assert.Equal("TERRITORY_NATIONAL", await EnterAsync(request => request.Officer.Appointments[0].Territory.Add("NL")));
        Assert.Equal("DATE_INVALID", await EnterAsync(request => request.Officer.Contracts[0].ValidFrom = new() { Year = 2026, Month = 2, Day = 30 }));
        Assert.Equal("INVALID_REQUEST", await EnterAsync(request => request.Officer.Contracts[0].WeeklyHours = 61));
    }

    [Fact]
    public async Task A_change_names_what_it_saw_and_what_there_is()
    {
        var (planner, noon) = (Person.PlannerOfLandgraaf(region), Staff.Noon(40));
        var officer = await planner.OfficerAsync(Brunssum, 6);
        var stale = officer.Clone();
        stale.Etag = "\"0\"";

        async Task<string> AwayAsync(Action<V1.Absence> spoil)
        {
            var request = Staff.Sick(officer, noon);
            spoil(request.Absence);
            return await Failure.ReasonAsync(planner.People.ReportAbsenceAsync(request, planner.Call));
        }

        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(planner.People.UpdateOfficerAsync(new() { Officer = stale, RequestId = Asked.Id() }, planner.Call)));
        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(planner.People.ReportAbsenceAsync(Staff.Sick(stale, noon), planner.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(planner.People.WithdrawAbsenceAsync(new() { Name = $"{officer.Name}/absences/{Guid.NewGuid()}", Etag = officer.Etag, RequestId = Asked.Id() }, planner.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(planner.People.GetOfficerAsync(new() { Name = $"municipalities/{Brunssum}/officers/niemand" }, planner.Call)));
        Assert.Equal("BORROWER_NOT_LENT", await AwayAsync(absence => absence.Borrower = "municipalities/0882"));
        Assert.Equal("BORROWER_IS_OWNER", await AwayAsync(absence => (absence.Kind, absence.Borrower) = (V1.AbsenceKind.LentOut, $"municipalities/{Brunssum}")));
        Assert.Equal("MUNICIPALITY_UNKNOWN", await AwayAsync(absence => (absence.Kind, absence.Borrower) = (V1.AbsenceKind.LentOut, "municipalities/9999")));
        Assert.Equal("INTERVAL_EMPTY", await AwayAsync(absence => absence.EndTime = absence.StartTime));
        Assert.Equal("INTERVAL_TOO_LONG", await AwayAsync(absence => absence.EndTime = noon.AddYears(3).ToTimestamp()));
        Assert.Equal(officer, await planner.OfficerAsync(Brunssum, 6));
    }

    [Fact]
    public async Task Strength_follows_from_people_or_is_reported_never_both()
    {
        var (planner, noon) = (Person.PlannerOfLandgraaf(region), Staff.Noon());

        Assert.Equal("STRENGTH_DERIVED", await Failure.ReasonAsync(planner.Ledger.ReportStrengthAsync(new() { Parent = $"municipalities/{Brunssum}/functions/boa-1", StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(1).ToTimestamp(), Established = 9, RequestId = Asked.Id() }, planner.Call)));
        Assert.Equal("STRENGTH_NOT_DERIVED", await Failure.ReasonAsync(planner.People.ExplainStrengthAsync(new() { Parent = "teams/brunssum-landgraaf/functions/noodhulp", StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(1).ToTimestamp() }, planner.Call)));
    }

    [Fact]
    public async Task Personal_files_are_their_own_planners_alone()
    {
        var (stranger, partner) = (Person.Planner(region), new Person(region, region.Replica(0), "planner-0888", "planner", ["0888"], []));
        var (officer, chief) = (Person.PermitOfficer(region), Person.PoliceChief(region));
        const string Stein = "municipalities/0971";

        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.People.ListOfficersAsync(new() { Parent = $"municipalities/{Brunssum}" }, stranger.Call)));
        Assert.Equal("TENANT_NOT_YOURS", await Failure.ReasonAsync(partner.People.ListOfficersAsync(new() { Parent = Stein }, partner.Call))); // what is shared is capacity, no file
        Assert.Equal("TENANT_NOT_YOURS", await Failure.ReasonAsync(partner.People.GetOfficerAsync(new() { Name = Stein + "/officers/officer-0971-01" }, partner.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(officer.People.GetOfficerAsync(new() { Name = Asked.Beek + "/officers/officer-0888-01" }, officer.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(chief.People.ListOfficersAsync(new() { Parent = Asked.Team }, chief.Call)));
        Assert.Equal(6, (await partner.People.ListOfficersAsync(new() { Parent = Asked.Beek }, partner.Call)).Officers.Count);
    }
}
