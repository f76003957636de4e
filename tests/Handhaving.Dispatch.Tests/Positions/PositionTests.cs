using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Xunit;

namespace Handhaving.Dispatch.Tests.Positions;

/// <summary>Which positions can be true, and that the newest wins.</summary>
public sealed class PositionTests
{
    public static TheoryData<double, double, int, FixProblem?> Fixes => new()
    {
        { 50.9403, 5.7951, 10, null },
        { 50.9403, 5.7951, 70, null }, // a minute ahead of our clock, at now = 10
        { 50.9403, 5.7951, 71, FixProblem.InTheFuture },
        { 50.9403, 5.7951, 0, FixProblem.OlderThanLast },
        { 50.9403, 5.7951, -1, FixProblem.OlderThanLast },
        { 50.9463, 5.7951, 10, null }, // 667 m in 10 s, less 20 m of doubt
        { 50.9473, 5.7951, 10, FixProblem.ImpossibleSpeed }, // 778 m in 10 s
        { 48.85, 2.35, 10, FixProblem.OutsideRegion },
        { double.NaN, 5.7951, 10, FixProblem.OutsideRegion },
    };

    [Theory, MemberData(nameof(Fixes))]
    public void A_position_is_judged_by_place_time_and_speed(double latitude, double longitude, int second, FixProblem? problem) =>
        Assert.Equal(problem, FixRules.ProblemOf(Fix(second, latitude, longitude), Fix(0), Given.Now.AddSeconds(10)));

    [Fact]
    public void A_jump_within_the_doubt_of_the_receiver_is_no_speed() =>
        Assert.Null(FixRules.ProblemOf(Fix(1, 50.9411), Fix(0), Given.Now.AddSeconds(10)));

    [Fact]
    public void The_newest_position_wins_and_an_older_one_moves_nobody()
    {
        var positions = new UnitPositions();
        var unit = Given.Unit().Name;
        List<Fix> moved = [];
        positions.Moved += (_, fix) => moved.Add(fix);

        Assert.True(positions.Take(unit, Fix(5)));
        Assert.False(positions.Take(unit, Fix(5)));
        Assert.False(positions.Take(unit, Fix(4)));
        Assert.True(positions.Take(unit, Fix(6)));

        Assert.Equal(Fix(6), positions.LastOf(unit));
        Assert.Equal([Fix(5), Fix(6)], moved);
    }

    [Fact]
    public void Nobody_is_followed_after_work()
    {
        var positions = new UnitPositions();
        positions.Take(Given.Unit().Name, Fix(5));

        positions.Forget(Given.Unit().Name);

        Assert.Empty(positions.All);
    }

    private static Fix Fix(int second, double latitude = 50.9403, double longitude = 5.7951) => new(new Point(latitude, longitude), Given.Now.AddSeconds(second), 10, null);
}
