using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Audit;

namespace Handhaving.Dispatch.Tests.Operations;

/// <summary>An auditor searches the log by person, object, period and verb, and reviews what was refused (Wpg 32a).</summary>
public sealed class AuditSearchTests(DispatchRegion region)
{
    private const string Incident = "municipalities/0888/incidents/019575a1-0000-7000-8000-000000000001";
    private static readonly DateTimeOffset Midnight = new(2024, 3, 31, 0, 0, 0, TimeSpan.Zero);

    // One line an hour; the fifth was refused.
    private static readonly AuditLine[] Lines =
    [
        LineOf("desk-1", "COLLECT", Incident),
        LineOf("desk-2", "CHANGE", $"{Incident}/assignments/1"),
        LineOf("desk-2", "CONSULT", "municipalities/0888") with { RowCount = 2, Shown = [$"{Incident}0", Incident] },
        LineOf("desk-2", "CONSULT", $"{Incident}0"),
        LineOf("désk-'3'", "DENY", "municipalities/0888") with { Result = "PERMISSION_MISSING" },
    ];

    public static TheoryData<V1.ListEntriesRequest, long[]> Filters => new()
    {
        { new(), [1, 2, 3, 4, 5] },
        { new() { NewestFirst = true }, [5, 4, 3, 2, 1] },
        { new() { Actor = "desk-2" }, [2, 3, 4] },
        { new() { Actor = "désk-'3'" }, [5] },
        { new() { Actor = "desk" }, [] },
        { new() { Object = Incident }, [1, 2, 3] },
        { new() { Object = $"{Incident}/assignments/1" }, [2] },
        { new() { Object = "municipalities/0888" }, [1, 2, 3, 4, 5] },
        { new() { Object = "%" }, [] },
        { new() { Action = "CONSULT" }, [3, 4] },
        { new() { Selection = V1.EntrySelection.Refused }, [5] },
        { new() { Selection = V1.EntrySelection.Overridden }, [] },
        { new() { Selection = V1.EntrySelection.Unreviewed }, [5] },
        { new() { Selection = V1.EntrySelection.Acts }, [1, 2, 5] },
        { new() { FromTime = HourOf(2) }, [2, 3, 4, 5] },
        { new() { ToTime = HourOf(4) }, [1, 2, 3] },
        { new() { FromTime = HourOf(2), ToTime = HourOf(4), NewestFirst = true }, [3, 2] },
        { new() { FromTime = HourOf(8) }, [] },
        { new() { ToTime = HourOf(1) }, [] },
        { new() { Actor = "desk-2", Action = "CONSULT", Object = Incident, FromTime = HourOf(1), ToTime = HourOf(6) }, [3] },
    };

    [Theory, MemberData(nameof(Filters))]
    public async Task Each_filter_leaves_the_lines_that_it_names(V1.ListEntriesRequest filters, long[] sequences)
    {
        var auditor = await ChainAsync(Lines);

        Assert.Equal(sequences, await FoundAsync(auditor, filters, pageSize: 1000));
        Assert.Equal(sequences, await FoundAsync(auditor, filters, pageSize: 2));
    }

    [Fact]
    public async Task A_file_of_lines_is_logged_as_one_with_why_and_for_whom()
    {
        var auditor = await ChainAsync(Lines);

        long[] consulted = [3, 4];
        Assert.Equal(consulted, await FoundAsync(auditor, new() { Action = "CONSULT", Export = new() { Reason = "jaarlijkse controle", Recipient = "rekenkamer" } }, pageSize: 1000));

        var line = Assert.Single(await auditor.Person.EntriesAsync(auditor.Chain), entry => entry.Action == "EXPORT");
        Assert.Equal(("jaarlijkse controle", "rekenkamer", 2L), (line.Reason, line.Recipient, line.RowCount));
    }

    [Fact]
    public async Task The_lines_of_other_municipalities_stay_out_of_sight()
    {
        var (auditor, other) = (await ChainAsync(Lines), await ChainAsync(Lines));

        var refused = await Failure.OfAsync(auditor.Person.Audit.ListEntriesAsync(new() { Parent = other.Chain, Actor = "desk-1" }, auditor.Person.Call));

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task Among_many_lines_a_call_looks_through_a_part_and_the_next_goes_on()
    {
        var auditor = await ChainAsync([LineOf("desk-1", "COLLECT", Incident)]);
        await region.OwnerAsync("select set_config('app.mun', $1, false), audit_append($1, array_agg(line)) from (select line from audit_line where tenant = $1 and sequence = 1) one, generate_series(1, 60000)", auditor.Tenant);
        await region.OwnerAsync("select set_config('app.mun', $1, false), audit_append($1, array[$2])", auditor.Tenant, LineOf("desk-2", "COLLECT", Incident).ToJson());
        await region.OwnerAsync("update audit_line set line = $2 where tenant = $1 and sequence = 7", auditor.Tenant, LineOf("desk-2", "COLLECT", Incident).ToJson());
        var asked = new V1.ListEntriesRequest { Parent = auditor.Chain, Actor = "desk-2", PageSize = 1000 };

        var forward = await PagesAsync(auditor, asked);
        var backward = await PagesAsync(auditor, new(asked) { NewestFirst = true });

        long[] early = [7], late = [60_002];
        Assert.Equal([early, late], forward);
        Assert.Equal([late, early], backward);
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        var auditor = await ChainAsync(Lines);

        var refused = await Failure.OfAsync(auditor.Person.Audit.ListEntriesAsync(new() { Parent = auditor.Chain, FromTime = HourOf(2), ToTime = HourOf(2) }, auditor.Person.Call));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task What_was_searched_for_stands_in_the_log_as_its_digest()
    {
        var auditor = await ChainAsync(Lines);

        await FoundAsync(auditor, new() { Actor = "Desk-2", Action = "CONSULT", Selection = V1.EntrySelection.Refused, NewestFirst = true }, pageSize: 5);
        await FoundAsync(auditor, new() { NewestFirst = true }, pageSize: 5);

        var left = (await auditor.Person.EntriesAsync(auditor.Chain)).Where(entry => entry.Actor == auditor.Person.Subject).Select(entry => entry.QueryDigest).ToList();
        Assert.Equal([AuditLine.DigestOf("actor=desk-2\naction=consult\nselection=refused"), ""], left.Take(2));
    }

    private static Timestamp HourOf(int hour) => Timestamp.FromDateTimeOffset(Midnight.AddHours(hour));

    private static AuditLine LineOf(string actor, string action, string subject) =>
        AuditLine.OfSystem("test", "incident", subject, Midnight) with { ActorType = "person", ActorId = actor, Action = action };

    private static async Task<long[]> FoundAsync(Auditor auditor, V1.ListEntriesRequest filters, int pageSize) =>
        [.. (await PagesAsync(auditor, new(filters) { Parent = auditor.Chain, PageSize = pageSize })).SelectMany(page => page)];

    /// <summary>Numbers of the lines that were there from the beginning, page by page.</summary>
    private static async Task<IReadOnlyList<long[]>> PagesAsync(Auditor auditor, V1.ListEntriesRequest request)
    {
        List<long[]> pages = [];
        do
        {
            var page = await auditor.Person.Audit.ListEntriesAsync(request, auditor.Person.Call);
            pages.Add([.. page.Entries.Where(entry => entry.Actor != auditor.Person.Subject).Select(entry => entry.Sequence)]);
            request.PageToken = page.NextPageToken;
        } while (request.PageToken.Length > 0);
        return pages;
    }

    /// <summary>A chain of its own for one test, with somebody who may read it.</summary>
    private async Task<Auditor> ChainAsync(IReadOnlyList<AuditLine> lines)
    {
        var tenant = $"audit-{Guid.NewGuid():N}"[..20];
        await region.OwnerAsync("select set_config('app.mun', $1, false), audit_append($1, $2)", tenant, lines.Select(line => line.ToJson()).ToArray());
        await region.OwnerAsync("update audit_line set recorded_at = $2 + sequence * interval '1 hour' where tenant = $1", tenant, Midnight);
        return new(new(region, "auditor-1", "auditor", [], [tenant]), tenant);
    }

    private sealed record Auditor(Person Person, string Tenant)
    {
        public string Chain => $"teams/{Tenant}";
    }
}
