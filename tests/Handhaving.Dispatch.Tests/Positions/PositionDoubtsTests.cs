using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Positions.Judging;

namespace Handhaving.Dispatch.Tests.Positions;

/// <summary>A first position that was wrong does not shut the true ones out until a unit could have driven there.</summary>
public sealed class PositionDoubtsTests
{
    private readonly PositionDoubts doubts = new();

    [Fact]
    public void Three_refused_in_a_row_that_could_follow_each_other_are_believed()
    {
        Assert.Equal([false, false, true, false], [Outweigh(0), Outweigh(5), Outweigh(10), Outweigh(15)]);
    }

    [Fact]
    public void Those_that_cannot_follow_each_other_are_not()
    {
        Assert.Equal([false, false, false, false], [Outweigh(0), Outweigh(5, 51.9), Outweigh(10), Outweigh(15, 51.9)]);
    }

    [Fact]
    public void One_that_could_follow_the_last_one_taken_ends_the_doubt()
    {
        Outweigh(0);
        Outweigh(5);
        doubts.Clear(Given.Unit().Name);

        Assert.False(Outweigh(10));
    }

    [Fact]
    public void Those_of_one_moment_prove_nothing() => Assert.Equal([false, false, false, false, true], [Outweigh(0), Outweigh(1), Outweigh(2), Outweigh(9), Outweigh(10)]);

    [Fact]
    public void The_same_sent_again_counts_once()
    {
        Outweigh(0);

        Assert.Equal([false, false, false], [Outweigh(5), Outweigh(5), Outweigh(5)]);
    }

    [Fact]
    public void What_was_refused_before_the_last_one_taken_is_not_in_a_row_with_what_came_after()
    {
        Outweigh(0);
        Outweigh(1);

        Assert.Equal([false, false, false, true], [Outweigh(12, lastTaken: 8), Outweigh(14, lastTaken: 8), Outweigh(20, lastTaken: 8), Outweigh(22, lastTaken: 8)]);
    }

    private bool Outweigh(int second, double latitude = 50.94, int lastTaken = -60) => doubts.Outweigh(Given.Unit().Name, At(latitude, second), At(52, lastTaken), Given.Now.AddSeconds(second));

    private static Fix At(double latitude, int second) => new(new Point(latitude, 5.79), Given.Now.AddSeconds(second), 5, null);
}
