using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Restricted;

/// <summary>The database itself keeps tips back: without any filter of ours, in every table, unless the transaction says otherwise (R12).</summary>
public sealed class TipWallTests(DispatchRegion region)
{
    // The audit log names what was done to it and has readers of its own.
    private const string Tables = """
        select array(select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') and c.relname not like 'audit%' and has_table_privilege(c.oid, 'select') order by 1)
        """;

    private readonly Tips tips = new(region);

    [Fact]
    public async Task Without_the_setting_no_table_tells_of_it_and_with_it_those_do_that_hold_it()
    {
        var job = await tips.AcceptedAsync();
        var tip = Tips.IncidentOf(job).Split('/')[^1];
        await tips.Desk.Incidents.RecommendUnitsAsync(new() { Name = Tips.IncidentOf(job) }, tips.Desk.Call);
        await tips.CrewOf(job.Unit).StatusAsync(DutyWork.Status(job.Unit, "6"));
        var scope = TenantScope.Of(new TenantId(Tips.Municipality));

        Assert.Empty(await TellingAsync(scope, tip));
        Assert.Empty(await TellingAsync(scope with { Restricted = RestrictedReach.Only(Guid.NewGuid()) }, tip));
        Assert.Equal(["assignment", "incident", "incident_finding", "recommendation", "request", "timeline"], await TellingAsync(scope with { Restricted = RestrictedReach.All }, tip));
        Assert.Equal(["assignment", "incident", "incident_finding", "recommendation", "request", "timeline"], await TellingAsync(scope with { Restricted = RestrictedReach.Only(Guid.Parse(tip)) }, tip));
        Assert.Empty(await TellingAsync(TenantScope.Of(new TenantId("0882")) with { Restricted = RestrictedReach.All }, tip)); // tenants stay apart
    }

    [Fact]
    public async Task Without_any_filter_of_ours_no_query_brings_it()
    {
        await Person.Centralist(region).ReportAsync(Tips.Municipality);
        var tip = Guid.Parse((await tips.ReportAsync()).Name.Split('/')[^1]);
        await using var db = new DispatchDb(new DbContextOptionsBuilder<DispatchDb>().UseNpgsql(region.ServiceConnectionString).UseSnakeCaseNamingConvention().Options);
        await using var work = await db.BeginAsync(TenantScope.Of(new TenantId(Tips.Municipality)), TestContext.Current.CancellationToken);

        Assert.True(await db.Incidents.IgnoreQueryFilters().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Incidents.IgnoreQueryFilters().AnyAsync(row => row.Id == tip, TestContext.Current.CancellationToken));
        Assert.False(await db.IncidentFindings.AnyAsync(row => row.Id == tip, TestContext.Current.CancellationToken));
        Assert.False(await db.Timeline.AnyAsync(row => row.Incident == tip, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_setting_ends_with_its_transaction()
    {
        var tip = (await tips.ReportAsync()).Name.Split('/')[^1];
        await using var connection = await OpenAsync();
        await using (var first = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await RunAsync(connection, (TenantScope.Of(new TenantId(Tips.Municipality)) with { Restricted = RestrictedReach.All }).Command());
            Assert.Equal(1L, await CountAsync(connection, "incident", tip));
        }
        await using var second = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, new($"select set_config('app.mun_read', '{Tips.Municipality}', true)"));

        Assert.Equal(0L, await CountAsync(connection, "incident", tip));
    }

    [Fact]
    public async Task The_version_before_this_one_writes_a_tip_as_it_did_and_it_is_restricted_with_what_is_assigned_to_it()
    {
        var id = Guid.CreateVersion7();
        var unit = await tips.Desk.OwnUnitAsync(region, Tips.Municipality);
        var body = await region.OwnerAsync("select replace(body::text, id::text, $1) from incident where id = $2", id.ToString(), Guid.Parse((await tips.ReportAsync()).Name.Split('/')[^1])); // whole: every desk of the team lists it meanwhile
        await using var connection = await OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await RunAsync(connection, new($"select set_config('app.mun', '{Tips.Municipality}', true), set_config('app.mun_read', '{Tips.Municipality}', true)"));
            await RunAsync(connection, new($$"""
                insert into incident (tenant, id, version, state, priority, number, body) values ('{{Tips.Municipality}}', '{{id}}', 1, 2, 3, '{{id}}', $body${{body}}$body$)
                on conflict (tenant, id) do update set version = excluded.version, state = excluded.state, priority = excluded.priority, body = excluded.body
                """));
            await RunAsync(connection, new($"insert into assignment (tenant, id, incident, unit, state, assigned_by, expires_at) values ('{Tips.Municipality}', '{id}', '{id}', '{unit}', 7, 'x', now()) on conflict (tenant, id) do update set state = excluded.state where assignment.state <> excluded.state"));
            await RunAsync(connection, new($"insert into timeline (tenant, incident, sequence, kind, occurred_at, actor) values ('{Tips.Municipality}', '{id}', 1, 'IncidentReceived', now(), 'x')"));
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(await TellingAsync(TenantScope.Of(new TenantId(Tips.Municipality)), id.ToString()));
        Assert.Equal(["assignment", "incident", "incident_finding", "timeline"], await TellingAsync(TenantScope.Of(new TenantId(Tips.Municipality)) with { Restricted = RestrictedReach.All }, id.ToString()));
        await region.OwnerAsync("with gone as (delete from assignment where incident = $1) delete from timeline where incident = $1", id);
        await region.OwnerAsync("delete from incident where id = $1", id);
    }

    [Fact]
    public async Task Offers_of_it_end_by_themselves()
    {
        var job = await tips.OfferedAsync();
        await region.OwnerAsync("update assignment set expires_at = now() - interval '1 second' where id = $1", Guid.Parse(job.Name.Split('/')[^1]));

        await region.SweepOffersAsync();

        Assert.Equal(V1.AssignmentState.Expired, Assert.Single((await tips.Desk.Incidents.GetIncidentAsync(new() { Name = Tips.IncidentOf(job) }, tips.Desk.Call)).Incident.Assignments).State);
        Assert.Equal((V1.UnitAvailability.Available, ""), ((await tips.Police.UnitAsync(job.Unit)).Availability, (await tips.Police.UnitAsync(job.Unit)).Assignment));
    }

    [Fact]
    public async Task A_duty_that_is_over_is_told_without_the_job_on_it_and_the_desks_keep_that()
    {
        var job = await tips.AcceptedAsync();
        using var partner = tips.Partner.WatchTeam(Tips.Team);
        using var desk = tips.Desk.WatchTeam(Tips.Team);
        await partner.ReadSnapshotAsync();
        await desk.ReadSnapshotAsync();

        await region.OwnerAsync("update duty set ends_at = now() - interval '1 second' where unit = $1", job.Unit);
        await region.SweepDutiesAsync(0);

        bool IsWarned(V1.WatchBoardResponse message) => message.Delta?.Item?.Unit is { Warnings.Count: > 0 } shown && shown.Name == job.Unit;
        Assert.Equal((V1.UnitAvailability.Committed, ""), JobOf(await partner.UntilAsync(IsWarned)));
        await desk.UntilAsync(message => message.Delta?.Item?.Unit is { } shown && shown.Name == job.Unit && shown.Assignment == job.Name);
    }

    private static (V1.UnitAvailability, string) JobOf(V1.WatchBoardResponse message) => (message.Delta.Item.Unit.Availability, message.Delta.Item.Unit.Assignment);

    private async Task<IReadOnlyList<string>> TellingAsync(TenantScope scope, string text)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, scope.Command());
        await using var tables = new NpgsqlCommand(Tables, connection);
        List<string> telling = [];
        foreach (var table in (string[])(await tables.ExecuteScalarAsync(TestContext.Current.CancellationToken) ?? Array.Empty<string>()))
            if (await CountAsync(connection, table, text) > 0) telling.Add(table);
        return telling;
    }

    // By the whole row as text; a feed's body is bytes, whose text is found all the same.
    private static async Task<long> CountAsync(NpgsqlConnection connection, string table, string text)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {table} t where position($1 in t::text) > 0 or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0", connection) { Parameters = { new() { Value = text } } };
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) ?? 0L);
    }

    private static async Task RunAsync(NpgsqlConnection connection, NpgsqlBatchCommand command)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { command } };
        await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(region.ServiceConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
