using Google.Protobuf;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>Pages of every list: a token counts for its own list alone, and no page is larger than agreed.</summary>
[Collection(Matrix.Name)]
public sealed class PagingRefusalTests(QuietRegion region)
{
    public static TheoryData<string> Lists => Rpc.Names(rpc => rpc.IsList);

    [Theory, MemberData(nameof(Lists))]
    public async Task A_page_that_does_not_exist_is_refused(string name)
    {
        var (rpc, caller) = (Rpc.Named(name), region.CallerOf(Rpc.Named(name)));
        var sample = await region.SampleAsync(rpc);
        Refusal Token(string what, string token) => Refusal.Of(what, With(sample, "page_token", token), caller, Reasons.InvalidPageToken);
        var elsewhere = With(sample, "parent", "municipalities/0971");

        await region.RefusesAsync(rpc,
        [
            Refusal.Of("negative", With(sample, "page_size", -1), caller, Reasons.InvalidRequest, ("page_size", "TOO_LOW")),
            Refusal.Of("most negative", With(sample, "page_size", int.MinValue), caller, Reasons.InvalidRequest, ("page_size", "TOO_LOW")),
            Token("no token", "nonsense"),
            Token("not base64", "%%%"),
            Token("of another list", PageRequest.Of(new V1.GetIncidentRequest(), 0, "").TokenAfter("1")),
            Token("of other arguments", PageRequest.Of(elsewhere, 0, "").TokenAfter("1")),
            Token("made up", PageRequest.Of(sample, 0, "").TokenAfter("voor\0na")),
        ]);
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task The_largest_page_that_can_be_asked_for_is_answered(string name)
    {
        var rpc = Rpc.Named(name);

        Assert.NotNull(await region.CallAsync(rpc, With(await region.SampleAsync(rpc), "page_size", int.MaxValue), region.CallerOf(rpc)));
    }

    [Fact]
    public async Task A_page_is_cut_to_a_thousand_rows_and_the_next_goes_on_where_it_ended()
    {
        await new Scene(region.Region).PendingAsync();
        await region.Region.OwnerAsync("""
            select set_config('app.mun', '1883', false), audit_append('1883', array_agg(line))
            from (select line from audit_line where tenant = '0888' order by length(line::text) limit 1) one, generate_series(1, 1001)
            """);
        var rpc = Rpc.Named("AuditService/ListEntries");
        var request = new V1.ListEntriesRequest { Parent = "municipalities/1883", PageSize = int.MaxValue };

        var first = (V1.ListEntriesResponse)await region.CallAsync(rpc, request, region.CallerOf(rpc));
        request.PageToken = first.NextPageToken;
        var second = (V1.ListEntriesResponse)await region.CallAsync(rpc, request, region.CallerOf(rpc));

        Assert.Equal(Enumerable.Range(1, 1000).Select(number => (long)number), first.Entries.Select(entry => entry.Sequence));
        Assert.Equal(1001, second.Entries[0].Sequence);
    }

    private static IMessage With(IMessage sample, string field, object value) => Place.AllOf(sample).Single(place => place.Path == field).With(sample, value);
}
