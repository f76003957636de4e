using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Tests.Waking;
using Handhaving.ServiceDefaults.Audit;

namespace Handhaving.Dispatch.Tests.Refusals.Requests;

/// <summary>The state that samples start from, all of it Beek's: incidents, offers, and units of their own as many as are asked for.</summary>
public sealed class Scene(DispatchRegion region)
{
    public const string Municipality = "municipalities/0888";
    public const string Team = "teams/westelijke-mijnstreek";
    private static readonly SemaphoreSlim crewing = new(1);

    public async Task<V1.Incident> PendingAsync() => (await Person.Centralist(region).Incidents.ReportIncidentAsync(Report(), Person.Centralist(region).Call)).Incident;

    /// <summary>A report like no other.</summary>
    public static V1.ReportIncidentRequest Report()
    {
        var request = Work.Report();
        request.Incident.Description = $"auto op de stoep {Guid.NewGuid()}";
        request.Incident.Cautions.Add("hond");
        request.Reporter = new() { DisplayName = "A. Melder", Phone = "0612345678" };
        return request;
    }

    public static Geo.V1.Location Market() => Work.Report().Incident.Location;

    public static Geo.V1.Location Station() => new() { Position = new() { Latitude = 50.941, Longitude = 5.801 }, Description = "Stationsstraat" };

    public static Timestamp Yesterday() => Timestamp.FromDateTime(DateTime.UtcNow.AddDays(-1));

    public static Timestamp Tomorrow() => Timestamp.FromDateTime(DateTime.UtcNow.AddDays(1));

    public static V1.IncidentFilter Filter() => new() { States = { V1.IncidentState.Pending }, Types_ = { "parking.nuisance" } };

    public async Task<V1.Incident> HeldAsync()
    {
        var (person, incident) = (Person.Centralist(region), await PendingAsync());
        return (await person.Incidents.HoldIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Kind = V1.HoldKind.Review, UntilTime = Tomorrow(), Reason = "later", RequestId = Work.NewRequest() }, person.Call)).Incident;
    }

    public async Task<V1.Incident> AskedAsync()
    {
        var (person, incident) = (Person.Centralist(region), await PendingAsync());
        return (await person.Incidents.AskReporterAsync(new() { Name = incident.Name, Etag = incident.Etag, Question = "waar?", UntilTime = Tomorrow(), RequestId = Work.NewRequest() }, person.Call)).Incident;
    }

    /// <summary>A job of a unit, and an incident that is more urgent.</summary>
    public async Task<(V1.Incident Incident, V1.Assignment Job)> UrgentAsync()
    {
        var person = Person.Centralist(region);
        var request = Report();
        request.Incident.Priority = 1;
        return ((await person.Incidents.ReportIncidentAsync(request, person.Call)).Incident, await AcceptedAsync());
    }

    public async Task<string> SpeakingAsync()
    {
        var (person, unit) = (Person.Centralist(region), await OnDutyAsync());
        await person.Units.ReportUnitStatusAsync(new() { Name = unit, Code = "6", RequestId = Work.NewRequest() }, person.Call);
        return unit;
    }

    public async Task<V1.Incident> HandledAsync()
    {
        var (person, incident) = (Person.Centralist(region), await PendingAsync());
        return (await person.Incidents.RecordDispositionAsync(new() { Name = incident.Name, Etag = incident.Etag, Disposition = "warning", RequestId = Work.NewRequest() }, person.Call)).Incident;
    }

    public async Task<(V1.Incident Incident, string Unit)> PairAsync() => (await PendingAsync(), await OnDutyAsync());

    public async Task<V1.Assignment> OfferedAsync()
    {
        var (incident, unit) = await PairAsync();
        return (await Person.Centralist(region).AssignAsync(incident, unit)).Assignment;
    }

    public async Task<V1.Assignment> AcceptedAsync()
    {
        var (person, offer) = (Person.Centralist(region), await OfferedAsync());
        return (await person.Assignments.AcceptAssignmentAsync(new() { Name = offer.Name, RequestId = Work.NewRequest() }, person.Call)).Assignment;
    }

    /// <summary>A unit of Beek's on an urgent incident in Landgraaf, as Beek's desk sees it.</summary>
    public async Task<V1.Loan> LentAsync()
    {
        var (borrower, lender, unit) = (Person.FromLandgraaf(region), Person.Centralist(region), await OnDutyAsync());
        await region.OwnerAsync("update officer set appointments = replace(appointments::text, '\"1883\"', '\"1883\", \"0882\"')::jsonb where id = 'officer-' || $1", unit.Split('/')[^1]);
        var request = Work.Report("0882");
        request.Incident.Priority = 1;
        var incident = (await borrower.Incidents.ReportIncidentAsync(request, borrower.Call)).Incident;
        var offer = await borrower.Assignments.AssignUnitAsync(new() { Parent = incident.Name, Etag = incident.Etag, Unit = unit, Borrow = new() { SkipHoldReason = "spoed" }, RequestId = Work.NewRequest() }, borrower.Call);
        return (await lender.Loans.ListLoansAsync(new() { Parent = Municipality, PageSize = 1000 }, lender.Call)).Loans.Single(loan => loan.Assignment == offer.Assignment.Name);
    }

    /// <summary>A new unit, like the first of the demo region but with a crew of one.</summary>
    public async Task<(string Name, string Officer)> OffDutyAsync()
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        var (name, officer) = ($"{Municipality}/units/{id}", $"officer-{id}");
        await region.OwnerAsync("insert into officer select tenant, $1, appointments from officer where id = 'officer-0888-01'", officer);
        await region.OwnerAsync("""
            insert into unit (tenant, name, call_sign, kind, home_latitude, home_longitude, minimum_crew)
            select tenant, $1, $2, kind, home_latitude, home_longitude, 1 from unit where name = 'municipalities/0888/units/boa-0888-1'
            """, name, id);
        return (name, officer);
    }

    public async Task<string> OnDutyAsync()
    {
        var (person, (name, officer)) = (Person.Centralist(region), await OffDutyAsync());
        await person.Units.SignOnUnitAsync(new() { Name = name, Crew = { new V1.CrewMember { Officer = officer } }, RequestId = Work.NewRequest() }, person.Call);
        return name;
    }

    /// <summary>A browser of somebody in a crew, who calls as <c>boa-1</c>: one officer is in one crew, so all samples share the unit.</summary>
    public async Task<(string Unit, Browser Browser)> DeviceAsync()
    {
        const string Caller = "boa-1";
        await crewing.WaitAsync();
        try
        {
            if (await region.OwnerAsync("select unit from duty_member where officer = $1", Caller) is not string unit)
            {
                unit = (await OffDutyAsync()).Name;
                await region.OwnerAsync("insert into officer select tenant, $1, appointments from officer where id = 'officer-0888-01'", Caller);
                var person = Person.Centralist(region);
                await person.Units.SignOnUnitAsync(new() { Name = unit, Crew = { new V1.CrewMember { Officer = Caller } }, RequestId = Work.NewRequest() }, person.Call);
            }
            return (unit, new(region.Push));
        }
        finally
        {
            crewing.Release();
        }
    }

    /// <summary>Where such a unit is, with every field a device may fill.</summary>
    public static V1.UnitFix Fix(string unit) => new()
    {
        Unit = unit,
        Fix = new() { Position = new() { Latitude = 50.938, Longitude = 5.81 }, FixTime = Timestamp.FromDateTime(DateTime.UtcNow), AccuracyMeters = 5, HeadingDegrees = 90 },
    };

    /// <summary>A message that nobody can read, parked; its replay parks it again.</summary>
    public async Task<string> ParkedAsync()
    {
        var id = Guid.CreateVersion7();
        await region.PublishAsync("0888", id, "{ this is not a message");
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from parked_message where message_id = $1", id) is 1L);
        return $"{Municipality}/parkedMessages/{id}@dispatch-statistics";
    }

    /// <summary>A line about somebody who was refused.</summary>
    public async Task<long> RefusedLineAsync()
    {
        var line = AuditLine.OfSystem("test", "incident", Municipality, TimeProvider.System.GetUtcNow()) with { Action = "DENY", ActorId = "desk-1", Result = "PERMISSION_MISSING" };
        return (long)(await region.OwnerAsync("with own as materialized (select set_config('app.mun', $1, false)) select audit_append($1, array[$2]) from own", "0888", line.ToJson()) ?? 0L);
    }

    public async Task<Access.V1.Setting> SettingAsync()
    {
        var person = Person.Centralist(region);
        return (await person.Settings.GetSettingAsync(new() { Name = $"{Municipality}/settings/dispatch.offer-seconds" }, person.Call)).Setting;
    }
}
