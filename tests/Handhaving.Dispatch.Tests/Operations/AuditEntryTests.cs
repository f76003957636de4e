using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Audit;

namespace Handhaving.Dispatch.Tests.Operations;

/// <summary>An auditor reads from where, under what, why and of what somebody acted (domain: audit line).</summary>
public sealed class AuditEntryTests(DispatchRegion region)
{
    private const string Stein = "municipalities/0971";
    private readonly Person desk = new(region, $"desk-{Guid.NewGuid():N}", "centralist", ["0971"], []);
    private readonly Person auditor = new(region, "auditor-1", "auditor", ["0971"], []);

    [Fact]
    public async Task An_entry_says_what_the_line_holds()
    {
        var reported = await desk.ReportAsync("0971");

        await desk.Incidents.SearchIncidentsAsync(new() { Parent = Stein, Query = "nergens " }, CallWith(("x-reason", "melder belt terug")));

        var entries = await MineAsync();
        var (report, found) = (entries[0], entries[^1]);
        Assert.Equal((reported.Name, 1L, "person", "", false), (report.Object, report.ObjectVersion, report.ActorType, report.Reason, report.HasRowCount));
        Assert.Equal(("melder belt terug", AuditLine.DigestOf("nergens"), "dispatch.incidents"), (found.Reason, found.QueryDigest, found.ProcessingActivity));
        Assert.All(entries, entry => Assert.NotEmpty(entry.AuthorisationId));
        Assert.All(entries, entry => Assert.Equal((0, "", null), (entry.Shown.Count, entry.ShownDigest, entry.FirstTime)));
    }

    [Fact]
    public async Task What_a_list_showed_is_named_in_its_order()
    {
        await desk.ReportAsync("0971");
        await desk.ReportAsync("0971");

        var listed = (await desk.Incidents.ListIncidentsAsync(new() { Parent = Stein, PageSize = 2 }, desk.Call)).Incidents;

        var entry = (await MineAsync())[^1];
        Assert.Equal((Stein, 2L), (entry.Object, entry.RowCount));
        Assert.Equal(listed.Select(incident => incident.Name), entry.Shown);
    }

    [Fact]
    public async Task Who_reads_the_log_itself_leaves_how_many_lines_were_shown_or_recomputed()
    {
        await desk.ReportAsync("0971");
        await desk.ReportAsync("0971");

        var listed = (await auditor.Audit.ListEntriesAsync(new() { Parent = Stein, PageSize = 2 }, auditor.Call)).Entries.Count;
        var verified = (await auditor.Audit.VerifyAsync(new() { Parent = Stein }, auditor.Call)).Verification.EntryCount;

        var counts = (string[]?)await region.OwnerAsync("""
            select array_agg(concat_ws(' ', line::jsonb->>'operation', line::jsonb->>'row_count') order by sequence)
            from audit_line where tenant = '0971' and line::jsonb->>'actor_id' = 'auditor-1' and line::jsonb->>'operation' like '%AuditService/%'
            """) ?? [];
        Assert.Contains($"handhaving.dispatch.v1.AuditService/ListEntries {listed}", counts);
        Assert.Contains($"handhaving.dispatch.v1.AuditService/Verify {verified}", counts);
        Assert.Equal(2, listed);
    }

    [Theory]
    [InlineData("203.0.113.7:50123", "^ipv4:203\\.0\\.113\\.7:50123$")]
    [InlineData("[2001:db8::7]:50123", "^ipv6:\\[2001:db8::7\\]:50123$")]
    [InlineData("", "^ipv4:127\\.0\\.0\\.1:[1-9]")] // past the gateway
    [InlineData("somewhere", "^ipv4:127\\.0\\.0\\.1:[1-9]")]
    public async Task From_where_it_came_is_what_the_gateway_states(string stated, string origin)
    {
        await desk.Incidents.ListIncidentsAsync(new() { Parent = Stein }, CallWith(("x-forwarded-for", stated)));
        var refused = await Failure.OfAsync(desk.Settings.ChangeSettingAsync(new(), CallWith(("x-forwarded-for", stated))));

        Assert.Equal("PERMISSION_MISSING", refused.Reason);
        Assert.Equal(["CONSULT", "DENY"], (await MineAsync()).Select(entry => entry.Action));
        Assert.All(await MineAsync(), entry => Assert.Matches(origin, entry.Origin));
    }

    [Fact]
    public async Task A_reason_is_no_longer_than_a_sentence_or_two()
    {
        await desk.Incidents.ListIncidentsAsync(new() { Parent = Stein }, CallWith(("x-reason", new string('r', 500))));
        var refused = await Failure.OfAsync(desk.Incidents.ListIncidentsAsync(new() { Parent = Stein }, CallWith(("x-reason", new string('r', 501)))));

        Assert.Equal(new(StatusCode.InvalidArgument, "REASON_TOO_LONG", "De opgegeven reden is te lang. Gebruik hoogstens 500 tekens."), refused);
        Assert.Equal([("OK", 500), ("REASON_TOO_LONG", 0)], (await MineAsync()).Select(entry => (entry.Result, entry.Reason.Length)));
    }

    private async Task<IReadOnlyList<Access.V1.AuditEntry>> MineAsync() => [.. (await auditor.EntriesAsync(Stein)).Where(entry => entry.Actor == desk.Subject)];

    private CallOptions CallWith((string Name, string Value) header)
    {
        var call = desk.Call;
        call.Headers?.Add(header.Name, header.Value);
        return call;
    }
}
