using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Tests.Areas;
using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Upgrade;

/// <summary>Tips of before there were restricted incidents, and the jobs and loans on them, are marked.</summary>
public sealed class MarkRestrictedTests
{
    // As before 0032: nothing of the new columns is filled in.
    private const string Before = """
        set session_replication_role = replica;
        delete from schema_version where name in ('0034-mark-restricted.sql', '0035-marked.sql');
        create policy marking on incident for all to current_user using (true);
        create policy marking on assignment for all to current_user using (true);
        create policy marking on loan for all to current_user using (true);
        insert into incident (tenant, id, version, state, priority, number, body)
          select '0888', id::uuid, 1, 2, 3, source, jsonb_build_object('source', source)
          from (values ('018f0000-0000-7000-8000-000000000001', 'AnonymousTip'), ('018f0000-0000-7000-8000-000000000002', 'Phone')) incident (id, source);
        insert into assignment (tenant, id, incident, unit, state, assigned_by, expires_at, restricted)
          select tenant, id, id, 'municipalities/0888/units/' || number, 1, 'test', now(), false from incident;
        insert into loan (tenant, id, unit, call_sign, assignment, borrower, borrower_team, incident_number, incident_type, incident_priority, state, borrowed_at, borrowed_by, restricted)
          select '0882', id, 'municipalities/0882/units/' || number, '', format('municipalities/0888/incidents/%s/assignments/%s', id, id), '0888', '', number, '', 1, 1, now(), 'test', false from incident;
        """;

    private const string Marked = """
        select string_agg(concat_ws(' ', i.number, i.restricted, a.restricted, l.restricted), ', ' order by i.number)
        from incident i join assignment a on a.incident = i.id join loan l on l.unit = 'municipalities/0882/units/' || i.number
        """;

    [Fact]
    public async Task What_was_reported_before_is_marked_with_its_jobs_and_loans()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using (var connection = await database.OpenAsync())
        {
            await using var before = new NpgsqlCommand(Before, connection);
            await before.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Migration.ApplyAsync(database.OwnerConnectionString, OwnDatabase.Password, NullLogger<Migrator>.Instance, TestContext.Current.CancellationToken);

        await using var fresh = await database.OpenAsync();
        await using var marked = new NpgsqlCommand(Marked, fresh);
        Assert.Equal("AnonymousTip t t t, Phone f f f", await marked.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
