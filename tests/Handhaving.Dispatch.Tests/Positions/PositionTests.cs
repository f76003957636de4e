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

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(5, true)]
    public void What_a_unit_was_known_by_before_its_duty_refuses_no_position_of_it(int second, bool counts) =>
        Assert.Equal(counts, FixRules.OfThisDuty(Fix(second), Given.Now) is not null);

    [Theory]
    [InlineData(-7200, null)]
    [InlineData(-6, null)]
    [InlineData(-5, 0.0)]
    [InlineData(-1, 0.000004)]
    [InlineData(0, 0.0)]
    [InlineData(3, 3.0)]
    public void A_position_of_before_the_duty_is_none_but_for_a_clock_that_is_a_little_behind(int second, double? counts) =>
        Assert.Equal(counts is { } at ? Fix(0) with { At = Given.Now.AddSeconds(at) } : null, FixRules.OnDuty(Fix(second), Given.Now));

    [Fact]
    public void Of_two_positions_of_the_moment_before_the_duty_the_newer_counts() =>
        Assert.Null(FixRules.ProblemOf(FixRules.OnDuty(Fix(-2), Given.Now)!, FixRules.OnDuty(Fix(-4), Given.Now), Given.Now));

    [Fact]
    public void A_doubt_that_is_claimed_sets_no_speed_limit_aside()
    {
        Assert.Equal(FixProblem.TooInaccurate, FixRules.ProblemOf(Fix(10) with { AccuracyMeters = 1001 }, null, Given.Now.AddSeconds(10)));
        Assert.Null(FixRules.ProblemOf(Fix(10) with { AccuracyMeters = 1000 }, null, Given.Now.AddSeconds(10)));
        // 2 km in 10 s: two claims of a kilometre would explain it
        Assert.Equal(FixProblem.ImpossibleSpeed, FixRules.ProblemOf(Fix(10, 50.9583) with { AccuracyMeters = 1000 }, Fix(0) with { AccuracyMeters = 1000 }, Given.Now.AddSeconds(10)));
    }

    // Row = source of the last position, column = source of the new one, in the order of the enum; the last is 59 s old. y = taken.
    [Theory]
    [InlineData(FixSource.Device, "y...")]
    [InlineData(FixSource.Vehicle, "yy..")]
    [InlineData(FixSource.Radio, "yyy.")]
    [InlineData(FixSource.Said, "yyyy")]
    public void A_lower_source_does_not_replace_a_higher_one_for_a_minute(FixSource last, string taken)
    {
        foreach (var (sign, column) in taken.Select((sign, column) => (sign, column)))
        {
            var fix = Fix(59) with { Source = (FixSource)(column + 1) };

            Assert.Equal(sign == 'y' ? null : FixProblem.LowerPrecedence, FixRules.ProblemOf(fix, Fix(0) with { Source = last }, Given.Now.AddSeconds(59)));
            Assert.Null(FixRules.ProblemOf(fix with { At = Given.Now.AddSeconds(60) }, Fix(0) with { Source = last }, Given.Now.AddSeconds(60)));
        }
    }

    [Fact]
    public void A_position_turns_stale_once_and_a_new_one_can_again()
    {
        var positions = new UnitPositions(TimeSpan.FromSeconds(60));
        var unit = Given.Unit().Name;
        List<Fix> stale = [];
        positions.TurnedStale += (_, fix) => stale.Add(fix);
        positions.Take(unit, Fix(0));

        foreach (var second in new[] { 59, 60, 61, 90 }) positions.SweepStale(Given.Now.AddSeconds(second));
        Assert.Equal([Fix(0)], stale);

        positions.Take(unit, Fix(95));
        positions.SweepStale(Given.Now.AddSeconds(154));
        positions.SweepStale(Given.Now.AddSeconds(155));
        Assert.Equal([Fix(0), Fix(95)], stale);

        positions.Forget(unit);
        positions.SweepStale(Given.Now.AddSeconds(300));
        Assert.Equal(2, stale.Count);
    }

    [Fact]
    public void The_newest_position_wins_and_an_older_one_moves_nobody()
    {
        var positions = new UnitPositions(TimeSpan.FromSeconds(60));
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
        var positions = new UnitPositions(TimeSpan.FromSeconds(60));
        positions.Take(Given.Unit().Name, Fix(5));

        positions.Forget(Given.Unit().Name);

        Assert.Empty(positions.All);
    }

    private static Fix Fix(int second, double latitude = 50.9403, double longitude = 5.7951) => new(new Point(latitude, longitude), Given.Now.AddSeconds(second), 10, null);
}
