using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Board.Opening;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>Positions on their way to a screen: of a unit off duty none is sent, whenever it came.</summary>
public sealed class BoardQueueTests : IDisposable
{
    private static readonly UnitName Unit = Given.Unit().Name;
    private readonly UnitPositions positions = new(TimeSpan.FromSeconds(60));
    private readonly BoardQueue queue = new(10) { Reach = new(new("westelijke-mijnstreek"), new HashSet<TenantId> { Unit.Owner }, seesRestricted: false) };

    public BoardQueueTests() => positions.Moved += queue.Move;

    public void Dispose() => queue.Dispose();

    [Fact]
    public void The_last_position_is_sent_once()
    {
        positions.Take(Unit, Fix(1));
        positions.Take(Unit, Fix(2));

        Assert.Equal([Fix(2).At], Sent());
        Assert.Empty(Sent());
    }

    [Fact]
    public void What_waited_when_the_unit_went_off_duty_is_not_sent()
    {
        positions.Take(Unit, Fix(1));
        positions.SignOff(Unit);

        Assert.Empty(Sent());
    }

    [Fact]
    public void What_comes_after_it_went_off_duty_is_sent_neither_then_nor_when_it_is_back()
    {
        positions.SignOff(Unit);
        positions.Take(Unit, Fix(1));

        Assert.Empty(Sent());
        positions.SignOn(Unit, Given.Now.AddSeconds(60));
        Assert.Empty(Sent());
        Assert.Null(positions.LastOf(Unit));
    }

    [Fact]
    public void A_position_of_the_new_duty_waits_until_the_screen_can_know_of_that_duty()
    {
        positions.SignOff(Unit);
        positions.Take(Unit, Fix(61));
        Assert.Empty(Sent());

        positions.SignOn(Unit, Given.Now.AddSeconds(60));

        Assert.Equal([Fix(61).At], Sent());
    }

    [Fact]
    public void Of_an_owner_whom_the_screen_does_not_show_nothing_is_sent()
    {
        queue.Reach = BoardReach.Nothing;
        positions.Take(Unit, Fix(1));

        Assert.Empty(Sent());
    }

    private static Fix Fix(int second) => new(Given.Market, Given.Now.AddSeconds(second), 5, null);

    private IEnumerable<DateTimeOffset> Sent() => [.. queue.TakeMoves(positions, Given.Now.AddSeconds(90)).Select(sent => sent.Delta.Item.Unit.LastFix.FixTime.ToDateTimeOffset())];
}
