using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>A supervisor sends a crew that is smaller than asked, and says why (dispatch 5).</summary>
public sealed class StaffingOverrideCallTests(DispatchRegion region)
{
    private readonly Person lead = new(region, "supervisor-wm-01", "supervisor", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);

    [Fact]
    public async Task The_reason_stands_on_the_assignment_in_the_history_and_in_the_log()
    {
        var (incident, unit) = (await lead.ReportAsync(type: "youth.nuisance"), await SmallAsync());

        var offer = await lead.Assignments.AssignUnitAsync(Ask(incident, unit, "collega is onderweg"), lead.Call);

        Assert.Equal(("collega is onderweg", "CREW_TOO_SMALL"), (offer.Assignment.Override.Reason, offer.Assignment.Override.Rules.Single()));
        var entry = (await lead.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, lead.Call)).Entries.Single(entry => entry.Kind == "AssignmentOffered");
        Assert.Equal("Opzijgezet (bezetting): collega is onderweg", entry.Text);
        Assert.Equal("collega is onderweg", await region.OwnerAsync("select line::json->>'reason_text' from audit_line where tenant = '0888' and line::json->>'object_id' = $1", offer.Assignment.Name));
        Assert.Equal("""["CREW_TOO_SMALL"]""", await region.OwnerAsync("select body::json->>'setAside' from outbox where body like '%' || $1 || '%' and type like '%AssignmentOffered'", offer.Assignment.Name));
    }

    [Fact]
    public async Task An_auditor_finds_what_was_set_aside_and_why_and_a_repeated_answer_is_not_another()
    {
        var (incident, unit, auditor) = (await lead.ReportAsync(type: "youth.nuisance"), await SmallAsync(), new Person(region, "auditor-1", "auditor", ["0888"], []));
        var request = Ask(incident, unit, "geen tweede collega");
        var offer = await lead.Assignments.AssignUnitAsync(request, lead.Call);
        await lead.Assignments.AssignUnitAsync(request, lead.Call);

        var found = (await auditor.Audit.ListEntriesAsync(new() { Parent = "municipalities/0888", Selection = V1.EntrySelection.Overridden, Object = incident.Name }, auditor.Call)).Entries;

        var entry = Assert.Single(found);
        Assert.Equal((offer.Assignment.Name, lead.Subject, "geen tweede collega", "CREW_TOO_SMALL"), (entry.Object, entry.Actor, entry.Reason, entry.SetAside.Single()));
    }

    [Fact]
    public async Task Without_a_reason_and_for_a_centralist_the_crew_stays_too_small()
    {
        var (incident, unit, desk) = (await lead.ReportAsync(type: "youth.nuisance"), await SmallAsync(), Person.Centralist(region));

        Assert.Equal("CREW_TOO_SMALL", (await Failure.OfAsync(lead.Assignments.AssignUnitAsync(Ask(incident, unit, ""), lead.Call))).Reason);
        Assert.Equal("CREW_TOO_SMALL", (await Failure.OfAsync(lead.Assignments.AssignUnitAsync(Ask(incident, unit, "   "), lead.Call))).Reason);
        Assert.Equal("PERMISSION_MISSING", (await Failure.OfAsync(desk.Assignments.AssignUnitAsync(Ask(incident, unit, "toch maar"), desk.Call))).Reason);
    }

    [Fact]
    public async Task A_slot_and_a_power_are_not_set_aside()
    {
        var (incident, unit) = (await lead.ReportAsync(), await SmallAsync());
        await lead.AssignAsync(incident, unit);

        Assert.Equal("UNIT_ALREADY_ASSIGNED", (await Failure.OfAsync(lead.Assignments.AssignUnitAsync(Ask(await lead.ReportAsync(), unit, "spoed"), lead.Call))).Reason);
        Assert.Equal("UNIT_MAY_NOT_LEAD", (await Failure.OfAsync(lead.Assignments.AssignUnitAsync(Ask(await lead.ReportAsync(type: "assault.fight"), await SmallAsync(), "spoed"), lead.Call))).Reason);
    }

    [Fact]
    public async Task C40_moving_traffic_is_not_for_a_boa_whoever_sends_one()
    {
        var unit = await SmallAsync();

        Assert.Equal("UNIT_MAY_NOT_LEAD", (await Failure.OfAsync(lead.Assignments.AssignUnitAsync(Ask(await lead.ReportAsync(type: "traffic.moving"), unit, "spoed"), lead.Call))).Reason);
    }

    private static V1.AssignUnitRequest Ask(V1.Incident incident, string unit, string reason) =>
        new() { Parent = incident.Name, Unit = unit, Etag = incident.Etag, OverrideReason = reason, RequestId = Work.NewRequest() };

    private async Task<string> SmallAsync() => await new Refusals.Requests.Scene(region).OnDutyAsync();
}
