using System.Buffers.Text;
using System.Text;
using Handhaving.Dispatch.V1;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Feed;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Delivery;

/// <summary>What a client hands back: a place in a list, a place in the feed, an id of an intention.</summary>
public sealed class TokenTests
{
    private static readonly ListIncidentsRequest List = new() { Parent = "municipalities/0888", PageSize = 20 };

    [Fact]
    public void A_page_goes_on_where_the_last_ended_with_another_size_too()
    {
        var token = PageRequest.Of(List, 20, "").TokenAfter("42");

        Assert.Equal(42, PageRequest.Of(new ListIncidentsRequest(List) { PageSize = 5, PageToken = token }, 5, token).AfterNumber);
    }

    [Fact]
    public void A_page_token_belongs_to_its_own_arguments()
    {
        var token = PageRequest.Of(List, 20, "").TokenAfter("42");

        foreach (var other in new[] { new ListIncidentsRequest(List) { OpenOnly = true }, new ListIncidentsRequest(List) { Parent = "municipalities/0971" } })
            Assert.Equal(Reasons.InvalidPageToken, Assert.Throws<RuleBroken>(() => PageRequest.Of(other, 20, token)).Rule);
    }

    [Theory]
    [InlineData("junk")]
    [InlineData("!!!")]
    [InlineData("AAAA")]
    public void Junk_is_no_page_token(string token) => Assert.Equal(Reasons.InvalidPageToken, Assert.Throws<RuleBroken>(() => PageRequest.Of(List, 20, token)).Rule);

    [Fact]
    public void A_size_is_by_default_50_at_most_1000_and_never_negative()
    {
        Assert.Equal([50, 1, 1000, 1000], new[] { 0, 1, 1000, 1001 }.Select(size => PageRequest.Of(List, size, "").Size));
        Assert.Equal(Reasons.InvalidRequest, Assert.Throws<RuleBroken>(() => PageRequest.Of(List, -1, "")).Rule);
    }

    [Fact]
    public void A_cursor_orders_by_transaction_then_by_row_and_reads_back()
    {
        Assert.True(new FeedCursor(9, 5, "") < new FeedCursor(10, 1, "") && new FeedCursor(10, 1, "") < new FeedCursor(10, 2, ""));
        var cursor = FeedCursor.At("10:20:12,15");
        Assert.Equal(cursor, FeedCursor.Parse(cursor.ToToken()));
    }

    [Fact]
    public void A_snapshot_showed_what_was_committed_before_it_and_nothing_else()
    {
        var cursor = FeedCursor.At("10:20:12,15");

        Assert.Equal([true, true, false, true, false, true, false], new ulong[] { 9, 10, 12, 13, 15, 19, 20 }.Select(cursor.Showed));
        Assert.Equal(("10:20:12,15", ""), (cursor.After(19, 3).Snapshot, cursor.After(20, 4).Snapshot));
    }

    [Theory]
    [InlineData("1|2")]
    [InlineData("-1|2|")]
    [InlineData("1|x|")]
    [InlineData("1|2|3")]
    [InlineData("1|2|a:b:")]
    [InlineData("99999999999999999999|1|")]
    public void A_hostile_cursor_is_none(string text) => Assert.Null(FeedCursor.Parse(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void An_intention_is_known_by_its_content_without_its_id()
    {
        var (first, again, other) = (Given.Report(), Given.Report(), Given.Report());
        again.RequestId = "019575a1-0000-7000-8000-00000000000a";
        other.Incident.Priority = 1;
        var key = RequestKey.Of(Given.Call(), first);

        Assert.True(key.HasContentOf(RequestKey.Of(Given.Call(), again).ContentHash.ToArray()));
        Assert.False(key.HasContentOf(RequestKey.Of(Given.Call(), other).ContentHash.ToArray()));
        Assert.Equal(("console", Guid.Parse(Given.RequestId), Given.RequestId), (key.Client, key.Id, first.RequestId));
    }
}
