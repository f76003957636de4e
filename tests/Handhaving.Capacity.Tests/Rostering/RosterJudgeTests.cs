using Handhaving.Capacity.Rostering;
using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Tests.Rostering;

public class RosterJudgeTests
{
    [Theory]
    [InlineData("EEEEEE.", BreachKind.RunTooLong, 0, 6, 5)]
    [InlineData(".E.....", BreachKind.RunTooShort, 1, 1, 2)]
    [InlineData("EE.EE..", BreachKind.FreeTooShort, 2, 1, 2)]
    [InlineData("...LE..", BreachKind.RestTooShort, 4, 0, 0)]
    [InlineData("EEE....", BreachKind.TooManyShifts, 0, 3, 2)]
    [InlineData("LLLLL..", BreachKind.TooManyMinutes, 0, 2400, 1920)]
    [InlineData(".......", BreachKind.TooFewMinutes, 0, 0, 480)]
    [InlineData(".....LL", BreachKind.TooManyWeekends, 0, 1, 0)]
    public void A_planted_breach_is_found_with_its_numbers(string row, BreachKind kind, int day, int measured, int limit)
    {
        var limits = new WorkLimits(new(480, 1920), new(2, 5), 2, 0, new Dictionary<ShiftKindName, int> { [Given.Early] = 2 });

        var judgement = RosterJudge.Judge(Given.Problem(7, [Given.Employee("A", limits)]), Given.Row(row));

        Assert.Contains(new RosterBreach(kind, new("A"), day, measured, limit), judgement.Breaches);
    }

    [Fact]
    public void A_run_and_free_days_that_touch_an_end_of_the_period_may_be_short()
    {
        var limits = Given.Limits with { Run = new(2, 5), ShortestFree = 2 };

        Assert.Empty(RosterJudge.Judge(Given.Problem(7, [Given.Employee("A", limits)]), Given.Row("E..LL..")).Breaches);
        Assert.Empty(RosterJudge.Judge(Given.Problem(7, [Given.Employee("A", limits)]), Given.Row(".EEE..E")).Breaches);
    }

    [Fact]
    public void A_shift_on_an_excluded_day_and_a_moved_pin_are_found()
    {
        var employee = Given.Employee("A", null, [new(1, null, ExclusionReason.Leave), new(2, Given.Late, ExclusionReason.NotQualified)], [new(3, Given.Early), new(4, null)]);

        var breaches = RosterJudge.Judge(Given.Problem(7, [employee]), Given.Row(".LL.E..")).Breaches;

        Assert.Equal([(BreachKind.Excluded, 1), (BreachKind.Excluded, 2), (BreachKind.PinMoved, 3), (BreachKind.PinMoved, 4)], breaches.Select(b => (b.Kind, b.Day)));
    }

    [Fact]
    public void History_counts_in_runs_and_rests_but_not_in_minutes_and_weekends()
    {
        var limits = Given.Limits with { Minutes = new(0, 480), MostWeekends = 0, Run = new(1, 3) };
        PinnedDay[] worked = [.. Enumerable.Range(0, 7).Select(d => new PinnedDay(d, d >= 5 ? Given.Late : null))];
        var problem = new RosterProblem(new(9, 7), Given.Kinds, [Given.Employee("A", limits, null, worked)], [], []);

        Assert.Empty(RosterJudge.Judge(problem, Given.Row(".....LLL.")).Breaches);
        Assert.Equal(BreachKind.RestTooShort, Assert.Single(RosterJudge.Judge(problem, Given.Row(".....LLE.")).Breaches).Kind);
        Assert.Contains(RosterJudge.Judge(problem, Given.Row(".....LLLL")).Breaches, b => b is { Kind: BreachKind.RunTooLong, Measured: 4 });
    }

    [Fact]
    public void The_cost_is_shortage_surplus_and_wishes_by_their_weights()
    {
        var problem = Given.Problem(2, [Given.Employee("A"), Given.Employee("B")],
            [new(0, Given.Early, 3, 100, 1), new(1, Given.Late, 0, 100, 7)],
            [new(new("A"), 0, Given.Early, 5, WishKind.Work), new(new("B"), 1, Given.Late, 2, WishKind.NotWork), new(new("A"), 1, Given.Late, 3, WishKind.Work)]);

        Assert.Equal(new RosterCost(200, 7, 5), RosterJudge.Judge(problem, Given.Row(".L", "E.")).Cost);
    }

    [Fact]
    public void A_roster_of_another_size_is_refused() => Assert.Equal(RosterRules.SameSize,
        Assert.Throws<ServiceDefaults.Errors.RuleBroken>(() => RosterJudge.Judge(Given.Problem(7, [Given.Employee("A")]), Given.Row("E"))).Rule);
}
