using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Board.Opening;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>A resume token counts on the board, and for the tenants, that it was given for.</summary>
public sealed class BoardTokenTests
{
    private static readonly TenantId Team = new("westelijke-mijnstreek"), Beek = new("0888"), Stein = new("0971");
    private static readonly FeedCursor Place = FeedCursor.At("10:20:12,15");
    private static readonly BoardReach Both = new(Team, new HashSet<TenantId> { Beek, Stein }, seesRestricted: false);

    [Fact]
    public void It_reads_back_whatever_order_the_tenants_came_in() =>
        Assert.Equal(Place, new BoardReach(Team, new HashSet<TenantId> { Stein, Beek }, seesRestricted: false).CursorOf(Both.TokenAt(Place)));

    [Fact]
    public void It_is_none_on_another_board_or_for_other_tenants()
    {
        var token = Both.TokenAt(Place);

        Assert.Null(new BoardReach(new("brunssum-landgraaf"), Both.Tenants, seesRestricted: false).CursorOf(token));
        Assert.Null(Both.Without(Stein).CursorOf(token));
        Assert.Null(Both.CursorOf(Both.Without(Stein).TokenAt(Place)));
    }

    [Fact]
    public void It_is_none_for_who_sees_restricted_incidents_since_or_no_longer()
    {
        var seeing = new BoardReach(Team, Both.Tenants, seesRestricted: true);

        Assert.Null(seeing.CursorOf(Both.TokenAt(Place)));
        Assert.Null(Both.CursorOf(seeing.TokenAt(Place)));
        Assert.Equal(Place, seeing.CursorOf(seeing.TokenAt(Place)));
    }

    [Fact]
    public void It_is_taken_back_also_when_a_thousand_were_writing_as_it_was_given()
    {
        const ulong first = ulong.MaxValue - 2000; // the longest numbers there are
        var crowded = FeedCursor.At($"{first}:{ulong.MaxValue}:{string.Join(',', Enumerable.Range(0, 1000).Select(writer => first + 2 * (ulong)writer))}");

        var token = Both.TokenAt(crowded);

        FieldRules.Require(new V1.WatchBoardRequest { Parent = "teams/westelijke-mijnstreek", ResumeToken = token });
        Assert.Equal(crowded, Both.CursorOf(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("bm9uc2Vuc2U")]
    [InlineData("a.b.c")]
    public void What_is_not_ours_is_none(string token) => Assert.Null(Both.CursorOf(token));

    [Fact]
    public void A_token_of_the_last_release_is_none_here_and_ours_is_none_there()
    {
        Assert.Null(Both.CursorOf(Place.ToToken()));
        Assert.Null(FeedCursor.Parse(Both.TokenAt(Place)));
    }
}
