using Grpc.Core;
using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Tasks;

/// <summary>A crew reads the incident that its unit is sent to, and no other (security-privacy 8).</summary>
public sealed class CrewTaskTests(DispatchRegion region)
{
    private const string Municipality = "0899", Team = "brunssum-landgraaf";
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task From_the_offer_to_the_end_of_the_duty_it_reads_and_writes_and_then_no_more()
    {
        var job = await OfferedAsync();
        var (crew, name) = (region.CrewOf(job.Unit), Crew.IncidentOf(job));

        await crew.ReadsAsync(name);
        await crew.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, crew.Call);
        await region.CrewOf(job.Unit, member: 2).ReadsAsync(name);
        await crew.Assignments.ReportStatusAsync(new() { Name = job.Name, State = V1.AssignmentState.OnScene, RequestId = Work.NewRequest() }, crew.Call);
        await crew.ReadsAsync(name);
        await crew.Assignments.ClearAssignmentAsync(new() { Name = job.Name, Disposition = "warning", RequestId = Work.NewRequest() }, crew.Call);
        await crew.ReadsAsync(name); // what it found is written down afterwards
        await SignOffAsync(job.Unit);

        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await crew.WhyNotAsync(name));
        Assert.Equal([name, name, name], await region.DeniedAsync(crew));
    }

    [Fact]
    public async Task What_is_read_while_the_task_ends_is_not_told()
    {
        var job = await OfferedAsync();
        var (crew, name) = (region.CrewOf(job.Unit), Crew.IncidentOf(job));
        await using var connection = new Npgsql.NpgsqlConnection(region.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var ending = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync("select from audit_head where tenant = $1 for update", Municipality); // the line about the reading waits here

        var reading = Failure.OfAsync(crew.Incidents.GetIncidentAsync(new() { Name = name }, crew.Call));
        while ((long)(await region.OwnerAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") ?? 0L) == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await ExecuteAsync("update assignment set state = 8 where id = $1", Guid.Parse(job.Name.Split('/')[^1]));
        await ending.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("NOT_FOUND", (await reading).Reason);
        Assert.Contains(name, await region.DeniedAsync(crew));

        async Task ExecuteAsync(string sql, object value)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, connection, ending) { Parameters = { new() { Value = value } } };
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_next_duty_of_the_same_crew_reads_nothing_of_the_one_before()
    {
        var job = await OfferedAsync();
        var crew = region.CrewOf(job.Unit);
        await desk.FinishAsync(job);
        await SignOffAsync(job.Unit);
        await crew.Units.SignOnUnitAsync(new() { Name = job.Unit, Crew = { new V1.CrewMember { Officer = crew.Subject } }, RequestId = Work.NewRequest() }, crew.Call);

        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await crew.WhyNotAsync(Crew.IncidentOf(job)));
    }

    [Fact]
    public async Task What_it_is_not_sent_to_is_to_it_as_what_never_was_and_each_attempt_is_written_down()
    {
        var (job, other) = (await OfferedAsync(), await desk.ReportAsync(Municipality));
        var (crew, never) = (region.CrewOf(job.Unit), $"municipalities/{Municipality}/incidents/{Guid.CreateVersion7()}");

        var refused = await crew.RefusalsAsync(other.Name);

        Assert.Equal(await crew.RefusalsAsync(never), refused);
        Assert.All(refused, failure => Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (failure.Code, failure.Reason)));
        Assert.Equal([other.Name, other.Name, other.Name, never, never, never], (await region.DeniedAsync(crew)).OrderBy(name => name == never));
        Assert.Equal(other, (await desk.Incidents.GetIncidentAsync(new() { Name = other.Name }, desk.Call)).Incident); // no note came on it
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("fail")]
    [InlineData("withdraw")]
    public async Task A_job_that_is_no_longer_its_own_it_reads_no_more(string end)
    {
        var job = await OfferedAsync();
        var (crew, name) = (region.CrewOf(job.Unit), Crew.IncidentOf(job));
        await crew.ReadsAsync(name);

        await EndAsync(crew, job, end);

        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await crew.WhyNotAsync(name));
    }

    [Fact]
    public async Task Who_is_in_no_crew_reads_nothing()
    {
        var (incident, officer) = (await desk.ReportAsync(Municipality), new Person(region, "officer-0899-09", "boa", [Municipality], []));

        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await officer.WhyNotAsync(incident.Name));
    }

    [Fact]
    public async Task A_police_crew_reads_the_incident_of_a_municipality_that_it_is_sent_to_and_no_other_there()
    {
        var unit = await PoliceAsync();
        var (job, other) = ((await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment, await desk.ReportAsync(Municipality));
        var crew = region.CrewOf(unit);

        await crew.ReadsAsync(Crew.IncidentOf(job));
        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await crew.WhyNotAsync(other.Name));
        await desk.FinishAsync(job);
        await crew.ReadsAsync(Crew.IncidentOf(job));
        await SignOffAsync(unit);
        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], await crew.WhyNotAsync(Crew.IncidentOf(job)));
    }

    [Fact]
    public async Task Its_task_does_not_hang_on_a_grant_but_what_comes_after_it_does()
    {
        const string beekdaelen = "1954";
        var unit = await PoliceAsync();
        var job = (await desk.AssignAsync(await desk.ReportAsync(beekdaelen), unit)).Assignment;
        var (crew, name) = (region.CrewOf(unit), Crew.IncidentOf(job));

        await region.OwnerAsync("update sharing_grant set revoked_at = now() where tenant = $1 and grantee = $2", beekdaelen, Team);
        await crew.ReadsAsync(name);
        await crew.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, crew.Call);
        await desk.Assignments.ClearAssignmentAsync(new() { Name = job.Name, Disposition = "warning", RequestId = Work.NewRequest() }, desk.Call);
        var after = await crew.WhyNotAsync(name);
        await region.OwnerAsync("update sharing_grant set revoked_at = null where tenant = $1 and grantee = $2", beekdaelen, Team);

        Assert.Equal(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"], after);
        await crew.ReadsAsync(name);
    }

    private async Task<V1.Assignment> OfferedAsync() => (await desk.AssignAsync(await desk.ReportAsync(Municipality), await desk.OwnUnitAsync(region, Municipality))).Assignment;

    private Task<string> PoliceAsync() => new Neighbours(region).UnitAsync(Team);

    private async Task SignOffAsync(string unit) => await desk.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, desk.Call);

    private async Task EndAsync(Person crew, V1.Assignment job, string end)
    {
        switch (end)
        {
            case "decline":
                await crew.Assignments.DeclineAssignmentAsync(new() { Name = job.Name, Reason = "te ver", RequestId = Work.NewRequest() }, crew.Call);
                break;
            case "fail":
                await crew.Assignments.AcceptAssignmentAsync(new() { Name = job.Name, RequestId = Work.NewRequest() }, crew.Call);
                await crew.Assignments.FailAssignmentAsync(new() { Name = job.Name, Reason = "lekke band", RequestId = Work.NewRequest() }, crew.Call);
                break;
            case "withdraw":
                await desk.Assignments.WithdrawAssignmentAsync(new() { Name = job.Name, Reason = "elders nodig", RequestId = Work.NewRequest() }, desk.Call);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(end), end, "Not an end of a job.");
        }
    }
}
