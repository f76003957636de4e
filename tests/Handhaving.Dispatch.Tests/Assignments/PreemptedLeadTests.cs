using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>Police that lead in one municipality go to what is more urgent in another of the team: the BOA who helped them is looked after where that is (C-14).</summary>
public sealed class PreemptedLeadTests(DispatchRegion region)
{
    private const string Team = "westelijke-mijnstreek";
    private readonly Person lead = new(region, "supervisor-wm-01", "supervisor", ["0888", "0971", "1883"], [Team]);

    [Fact]
    public async Task The_boa_is_called_back_and_screens_history_facts_and_audit_of_its_own_municipality_say_so()
    {
        var (police, help) = await HelpedAsync();
        await using var board = await BoardWatch.OpenAsync(Person.OtherCentralist(region), Team);

        var answer = await PreemptAsync(police);

        Assert.Equal($"Boa-eenheid {help.Unit.Split('/')[^1]} is teruggeroepen: de politie leidt deze melding niet meer.", Assert.Single(answer.Consequences));
        var left = (await board.FindAsync(delta => delta.Item?.Incident?.Name == IncidentOf(police))).Item.Incident;
        Assert.Equal([(police.Unit, V1.AssignmentState.Preempted), (help.Unit, V1.AssignmentState.Withdrawn)], left.Assignments.Select(one => (one.Unit, one.State)));
        Assert.Equal(V1.UnitAvailability.Available, (await board.FindAsync(delta => delta.Item?.Unit?.Name == help.Unit)).Item.Unit.Availability);
        Assert.Equal(answer.Incident.Name, (await board.FindAsync(delta => delta.Item?.Incident?.Name == answer.Incident.Name)).Item.Incident.Name);
        Assert.Equal(["0888"], await TenantsAsync("select array_agg(distinct tenant) from feed where subject in ($1, $2)", IncidentOf(police), help.Unit));
        Assert.Equal(["0888"], await TenantsAsync("select array_agg(distinct tenant) from outbox where aggregate = $1", IncidentOf(police)));
        Assert.Equal(["0888"], await TenantsAsync("select array_agg(distinct tenant) from timeline where incident = $1 and kind in ('AssignmentPreempted', 'AssignmentWithdrawn')", Guid.Parse(IncidentOf(police).Split('/')[^1])));
        Assert.Equal(["0888"], await TenantsAsync("""select array_agg(distinct tenant) from audit_line where line::json->>'object_id' = $1 and line::json->>'operation' like '%PreemptAssignment'""", police.Name));
        foreach (var municipality in new[] { "0888", "1883" }) Assert.Equal("", await AuditProblemAsync(municipality));
        await EndAsync(answer.Incident, police, help);
    }

    [Fact]
    public async Task What_the_boa_reports_at_that_moment_and_the_pre_emption_are_told_one_after_the_other()
    {
        var (police, help) = await HelpedAsync();
        await using var held = await HeldSubject.HoldAsync(region, help.Unit);

        var preempting = PreemptAsync(police);
        await held.WaitedForAsync(preempting);

        Assert.False(preempting.IsCompleted);
        await held.DisposeAsync();
        await EndAsync((await preempting).Incident, police, help);
    }

    [Fact]
    public async Task A_boa_who_stays_there_is_shown_as_its_municipality_decided_about_interrupting()
    {
        await DecideAsync("municipalities/0971/settings/dispatch.interruptible-priority", "3");
        var (police, help) = await HelpedAsync("0971");
        await lead.Assignments.ReportStatusAsync(new() { Name = help.Name, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() }, lead.Call);

        var answer = await PreemptAsync(police);

        Assert.Equal((V1.UnitAvailability.ConditionallyCommitted, help.Name), await ShownAsync(help.Unit));
        await EndAsync(answer.Incident, police, help);
    }

    [Theory]
    [InlineData(V1.AssignmentState.Offered)]
    [InlineData(V1.AssignmentState.OnScene)]
    public async Task What_the_boa_does_at_the_same_time_has_one_outcome(V1.AssignmentState state)
    {
        for (var round = 0; round < 6; round++)
        {
            var (police, help) = await HelpedAsync(isTaken: state is V1.AssignmentState.OnScene);
            if (state is V1.AssignmentState.OnScene) await lead.Assignments.ReportStatusAsync(new() { Name = help.Name, State = state, RequestId = Work.NewRequest() }, lead.Call);
            var crew = Person.OtherCentralist(region);

            var preempting = PreemptAsync(police);
            var acting = state is V1.AssignmentState.Offered
                ? Failure.ReasonAsync(crew.Assignments.AcceptAssignmentAsync(new() { Name = help.Name, RequestId = Work.NewRequest() }, crew.Call))
                : Failure.ReasonAsync(crew.Assignments.ClearAssignmentAsync(new() { Name = help.Name, RequestId = Work.NewRequest() }, crew.Call));
            var (answer, reason) = (await preempting, await acting);

            var left = (await lead.Incidents.GetIncidentAsync(new() { Name = IncidentOf(police) }, lead.Call)).Incident;
            Assert.Contains(reason, state is V1.AssignmentState.Offered ? new[] { "", "TRANSITION_NOT_ALLOWED" } : [""]);
            Assert.Equal(state is V1.AssignmentState.Offered ? V1.AssignmentState.Withdrawn : V1.AssignmentState.Cleared, left.Assignments[1].State);
            Assert.Equal((V1.IncidentState.Pending, 0), (left.State, left.Signals.Count));
            Assert.Equal((V1.UnitAvailability.Available, ""), await ShownAsync(help.Unit));
            await EndAsync(answer.Incident, police, help);
        }
    }

    [Fact]
    public async Task Pre_emptions_from_each_municipality_for_the_other_wait_for_each_other_at_most()
    {
        var sides = new[] { ("0888", "1883"), ("1883", "0888") };
        for (var round = 0; round < 4; round++)
        {
            var helped = await Task.WhenAll(sides.Select(async side => (await HelpedAsync(side.Item1), To: side.Item2)));

            var answers = await Task.WhenAll(helped.Select(one => PreemptAsync(one.Item1.Police, one.To)));

            Assert.All(answers, answer => Assert.Equal(V1.AssignmentState.Offered, answer.Assignment.State));
            foreach (var ((_, help), _) in helped) Assert.Equal((V1.UnitAvailability.Available, ""), await ShownAsync(help.Unit));
            foreach (var (((police, help), _), answer) in helped.Zip(answers)) await EndAsync(answer.Incident, police, help);
        }
    }

    private async Task DecideAsync(string setting, string value)
    {
        var admin = new Person(region, "admin-wm-01", "functional-admin", ["0971"], []);
        var before = (await admin.Settings.GetSettingAsync(new() { Name = setting }, admin.Call)).Setting;
        await admin.Settings.ChangeSettingAsync(new() { Setting = new() { Name = setting, Value = value, Etag = before.Etag, ChangeReason = "proef" }, RequestId = Work.NewRequest() }, admin.Call);
    }

    /// <summary>A fight that police lead and a BOA helps with, who is under way unless its offer is still out.</summary>
    private async Task<(V1.Assignment Police, V1.Assignment Help)> HelpedAsync(string municipality = "0888", bool isTaken = true)
    {
        var police = await new Neighbours(region).OffDutyAsync($"teams/{Team}/units/{Guid.NewGuid().ToString("N")[..12]}", [], 2);
        await lead.Units.SignOnUnitAsync(Model.ModelCalls.SignOn(police, Work.NewRequest()), lead.Call);
        var boa = await lead.OwnUnitAsync(region, municipality);
        var first = (await lead.AssignAsync(await lead.ReportAsync(municipality, "assault.fight"), police)).Assignment;
        var led = await lead.Assignments.AcceptAssignmentAsync(new() { Name = first.Name, RequestId = Work.NewRequest() }, lead.Call);
        var help = (await lead.Assignments.AssignUnitAsync(new() { Parent = led.Incident.Name, Unit = boa, Role = V1.AssignmentRole.Backup, Etag = led.Incident.Etag, RequestId = Work.NewRequest() }, lead.Call)).Assignment;
        return (led.Assignment, isTaken ? (await lead.Assignments.AcceptAssignmentAsync(new() { Name = help.Name, RequestId = Work.NewRequest() }, lead.Call)).Assignment : help);
    }

    private async Task<V1.PreemptAssignmentResponse> PreemptAsync(V1.Assignment police, string municipality = "1883")
    {
        var report = Work.Report(municipality);
        report.Incident.Priority = 1;
        var urgent = (await lead.Incidents.ReportIncidentAsync(report, lead.Call)).Incident;
        return await lead.Assignments.PreemptAssignmentAsync(new() { Parent = urgent.Name, Etag = urgent.Etag, Assignment = police.Name, Reason = "spoed", RequestId = Work.NewRequest() }, lead.Call);
    }

    /// <summary>Ends what goes on, and the units go home: others count those on duty.</summary>
    private async Task EndAsync(V1.Incident urgent, V1.Assignment police, V1.Assignment help)
    {
        foreach (var name in new[] { urgent.Name, IncidentOf(police) })
        {
            var known = (await lead.Incidents.GetIncidentAsync(new() { Name = name }, lead.Call)).Incident;
            await lead.Incidents.CancelIncidentAsync(new() { Name = name, Etag = known.Etag, Reason = "klaar", RequestId = Work.NewRequest() }, lead.Call);
        }
        foreach (var unit in new[] { police.Unit, help.Unit }) await lead.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, lead.Call);
    }

    private async Task<(V1.UnitAvailability, string)> ShownAsync(string unit)
    {
        var shown = V1.BoardItem.Parser.ParseFrom(await region.OwnerAsync("select body from feed where subject = $1 order by xid desc, id desc limit 1", unit) as byte[]).Unit;
        return (shown.Availability, shown.Assignment);
    }

    private async Task<string[]> TenantsAsync(string sql, params object[] values) => await region.OwnerAsync(sql, values) as string[] ?? [];

    private async Task<string> AuditProblemAsync(string municipality)
    {
        var auditor = new Person(region, "auditor-1", "auditor", [municipality], []);
        return (await auditor.Audit.VerifyAsync(new() { Parent = $"municipalities/{municipality}" }, auditor.Call)).Verification.Problem;
    }

    private static string IncidentOf(V1.Assignment job) => job.Name[..job.Name.IndexOf("/assignments/", StringComparison.Ordinal)];
}
