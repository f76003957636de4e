using Grpc.Core;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>One municipality never sees another, and the log finds whoever tampers (C-01; R12, R13).</summary>
public sealed class WallTests(DispatchRegion region)
{
    [Fact]
    public async Task Without_any_filter_of_ours_the_database_shows_only_the_tenant_of_the_transaction()
    {
        await Person.FromLandgraaf(region).ReportAsync("0882");
        await Person.Centralist(region).ReportAsync("0888");
        await using var db = new DispatchDb(new DbContextOptionsBuilder<DispatchDb>().UseNpgsql(region.ServiceConnectionString).UseSnakeCaseNamingConvention().Options);

        Assert.Empty(await db.Incidents.ToListAsync(TestContext.Current.CancellationToken));
        await using var work = await db.BeginAsync(TenantScope.Of(new TenantId("0882")), TestContext.Current.CancellationToken);
        var seen = await db.Incidents.Select(row => row.Tenant).Distinct().ToListAsync(TestContext.Current.CancellationToken);

        Assert.Contains("0882", seen);
        Assert.DoesNotContain("0888", seen);
        Assert.DoesNotContain("1883", seen);
    }

    [Fact]
    public async Task A_row_for_another_tenant_than_the_transactions_cannot_be_written()
    {
        await using var connection = new NpgsqlConnection(region.ServiceConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("begin; select set_config('app.mun', '0888', true); insert into incident_number (tenant, year, last) values ('0882', 1999, 1)", connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_connection_that_served_callers_keeps_nothing_of_them()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => (number % 2 == 0 ? Person.Centralist(region) : Person.FromLandgraaf(region)).ReportAsync(number % 2 == 0 ? "0888" : "0882")));

        var kept = await region.SettingsOfPoolAsync();

        Assert.All(kept, settings => Assert.Equal("", settings));
    }

    [Fact]
    public async Task A_name_of_another_municipality_is_not_found_in_every_read()
    {
        var incident = await Person.FromLandgraaf(region).ReportAsync("0882");
        var outsider = Person.Centralist(region);

        var failures = new[]
        {
            await Failure.OfAsync(outsider.Incidents.GetIncidentAsync(new() { Name = incident.Name }, outsider.Call)),
            await Failure.OfAsync(outsider.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, outsider.Call)),
            await Failure.OfAsync(outsider.Incidents.RecommendUnitsAsync(new() { Name = incident.Name }, outsider.Call)),
            await Failure.OfAsync(outsider.Incidents.ListIncidentsAsync(new() { Parent = "municipalities/0882" }, outsider.Call)),
            await Failure.OfAsync(outsider.Units.GetUnitAsync(new() { Name = "municipalities/0882/units/boa-0882-1" }, outsider.Call)),
        };
        var all = await outsider.Incidents.ListIncidentsAsync(new() { Parent = "municipalities/-", PageSize = 1000 }, outsider.Call);

        Assert.All(failures, failure => Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (failure.Code, failure.Reason)));
        Assert.DoesNotContain(all.Incidents, shown => shown.Name.StartsWith("municipalities/0882", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_grant_that_is_withdrawn_counts_at_the_next_call()
    {
        var beek = Person.BeekOnly(region);
        var incident = await Person.Centralist(region).ReportAsync("0971");
        await beek.Incidents.GetIncidentAsync(new() { Name = incident.Name }, beek.Call);

        await region.OwnerAsync("update sharing_grant set revoked_at = now() where tenant = '0971' and grantee = '0888'");
        var refused = await Failure.OfAsync(beek.Incidents.GetIncidentAsync(new() { Name = incident.Name }, beek.Call));
        await region.OwnerAsync("update sharing_grant set revoked_at = null where tenant = '0971' and grantee = '0888'");

        Assert.Equal(StatusCode.NotFound, refused.Code);
    }

    [Fact]
    public async Task A_grant_for_something_else_than_dispatch_opens_nothing_of_it()
    {
        var stein = new Person(region, "stein-01", "centralist", ["0971"], []);
        var incident = await Person.FromLandgraaf(region).ReportAsync("0965");

        await region.OwnerAsync("insert into sharing_grant (id, tenant, grantee, object_class, granted_at, expires_at, authorised_by) values (gen_random_uuid(), '0965', '0971', 'permits', now(), now() + interval '1 hour', 'proef')");
        var refused = await Failure.OfAsync(stein.Incidents.GetIncidentAsync(new() { Name = incident.Name }, stein.Call));
        await region.OwnerAsync("delete from sharing_grant where object_class = 'permits'");

        Assert.Equal(StatusCode.NotFound, refused.Code);
    }

    [Fact]
    public async Task C01_a_beek_user_changing_a_stein_setting_is_denied_and_the_teams_value_is_inherited()
    {
        var beek = Person.BeekOnly(region, "functional-admin");
        var team = new Person(region, "team-admin", "functional-admin", [], ["westelijke-mijnstreek"]);
        V1.ChangeSettingRequest Change(string owner, string value, int version = 0) => new() { Setting = new() { Name = $"{owner}/settings/dispatch.offer-seconds", Value = value, ChangeReason = "proef", Etag = $"\"{version}\"" }, RequestId = Work.NewRequest() };

        var refused = await Failure.OfAsync(beek.Settings.ChangeSettingAsync(Change("municipalities/0971", "60"), beek.Call));
        await team.Settings.ChangeSettingAsync(Change("teams/westelijke-mijnstreek", "45"), team.Call);
        var inherited = (await beek.Settings.GetSettingAsync(new() { Name = "municipalities/0888/settings/dispatch.offer-seconds" }, beek.Call)).Setting;
        await beek.Settings.ChangeSettingAsync(Change("municipalities/0888", "50"), beek.Call);
        var own = (await beek.Settings.GetSettingAsync(new() { Name = "municipalities/0888/settings/dispatch.offer-seconds" }, beek.Call)).Setting;
        var bad = await Failure.OfAsync(beek.Settings.ChangeSettingAsync(Change("municipalities/0888", "5000"), beek.Call));

        Assert.Equal((StatusCode.PermissionDenied, "TENANT_NOT_YOURS"), (refused.Code, refused.Reason));
        Assert.Equal(("45", Access.V1.SettingSource.Team), (inherited.Value, inherited.Source));
        Assert.Equal(("50", Access.V1.SettingSource.Municipality, 1L), (own.Value, own.Source, own.Version));
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_SETTING_VALUE"), (bad.Code, bad.Reason));
    }

    [Fact]
    public async Task C01_the_teams_value_is_inherited_when_the_team_shares_nothing_else()
    {
        var municipality = new Person(region, "admin-0986", "functional-admin", ["0986"], []);
        var team = new Person(region, "team-admin-bl", "functional-admin", [], ["brunssum-landgraaf"]);
        await team.DecideAsync("teams/brunssum-landgraaf", "dispatch.duplicate-minutes", "40");

        await region.OwnerAsync("update sharing_grant set revoked_at = now() where tenant = 'brunssum-landgraaf' and grantee = '0986'");
        var inherited = (await municipality.Settings.GetSettingAsync(new() { Name = "municipalities/0986/settings/dispatch.duplicate-minutes" }, municipality.Call)).Setting;
        await region.OwnerAsync("update sharing_grant set revoked_at = null where tenant = 'brunssum-landgraaf' and grantee = '0986'");

        Assert.Equal(("40", Access.V1.SettingSource.Team), (inherited.Value, inherited.Source));
    }

    [Fact]
    public async Task The_audit_chain_is_intact_and_names_the_line_that_somebody_changed()
    {
        var auditor = new Person(region, "auditor-1", "auditor", ["0899"], []);
        await Person.FromLandgraaf(region).ReportAsync("0899");
        await Person.FromLandgraaf(region).ReportAsync("0899");

        var intact = (await auditor.Audit.VerifyAsync(new() { Parent = "municipalities/0899" }, auditor.Call)).Verification;
        var lines = (await auditor.Audit.ListEntriesAsync(new() { Parent = "municipalities/0899" }, auditor.Call)).Entries;
        await region.OwnerAsync("update audit_line set line = line || ' ' where tenant = '0899' and sequence = 2");
        var broken = (await auditor.Audit.VerifyAsync(new() { Parent = "municipalities/0899" }, auditor.Call)).Verification;
        await region.OwnerAsync("update audit_line set line = rtrim(line) where tenant = '0899' and sequence = 2");

        Assert.True(intact.Intact);
        Assert.Contains(lines, line => line is { Action: "COLLECT", Actor: "centralist-bl-01", ObjectType: "incident", Result: "OK" });
        Assert.Equal((false, 2L, "HASH_MISMATCH"), (broken.Intact, broken.BrokenSequence, broken.Problem));
    }
}
