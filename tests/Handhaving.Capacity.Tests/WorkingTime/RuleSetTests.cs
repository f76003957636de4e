using System.Text;
using CsCheck;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;
using static Handhaving.Capacity.Tests.WorkingTime.Given;

namespace Handhaving.Capacity.Tests.WorkingTime;

public sealed class RuleSetTests
{
    [Fact]
    public void Every_rule_of_the_law_names_its_article_and_its_first_day() =>
        Assert.All(WorkingTimeRules.Statutory.Rules, rule => Assert.True(rule.Article.StartsWith("ATW ", StringComparison.Ordinal) && rule.HoldsOn(new(2026, 11, 30)) && !rule.HoldsOn(new(2007, 3, 31))));

    [Fact]
    public void A_second_set_in_the_same_form_is_judged_by_its_own_figures_and_versions()
    {
        var police = Read("""
            { "set": "politie", "title": "Proef", "source": "test", "rules": [
              { "id": "duty-rest", "article": "P 1", "validFrom": "2020-01-01", "limit": 8, "unit": "hours" },
              { "id": "night-work", "article": "P 1", "validFrom": "2020-01-01", "limit": 1, "unit": "hours" },
              { "id": "shortest-break", "article": "P 1", "validFrom": "2020-01-01", "limit": 15, "unit": "minutes" },
              { "id": "series-rest", "article": "P 1", "validFrom": "2020-01-01", "limit": 32, "unit": "hours" },
              { "id": "shift-length", "article": "P 2", "validFrom": "2020-01-01", "validUntil": "2025-12-31", "limit": 13, "unit": "hours" },
              { "id": "shift-length", "article": "P 2a", "validFrom": "2026-01-01", "limit": 9, "unit": "hours" } ] }
            """);

        Assert.Equal([("P 2a", 9d)], Judge(police, [Shift(0, 8, 18)]).Select(finding => (finding.Article, finding.Limit)));
        Assert.Empty(Judge(police, [Shift(-365, 8, 18)]));
    }

    [Fact]
    public void Two_versions_of_a_rule_on_one_day_are_refused()
    {
        var broken = Assert.Throws<RuleBroken>(() => Read("""
            { "set": "x", "title": "x", "source": "x", "rules": [
              { "id": "duty-rest", "article": "a", "validFrom": "2020-01-01", "limit": 8, "unit": "hours" },
              { "id": "duty-rest", "article": "a", "validFrom": "2021-01-01", "limit": 8, "unit": "hours" } ] }
            """));

        Assert.Equal(WorkingTimeRefusals.OneVersionPerDay, broken.Rule);
    }

    [Fact]
    public void Before_there_was_a_rule_nothing_is_judged() =>
        Assert.Equal(WorkingTimeRefusals.RuleKnown, Assert.Throws<RuleBroken>(() => Judge(Shift(-9000, 8, 16))).Rule);

    [Fact]
    public void Shifts_that_cannot_be_are_refused()
    {
        Assert.Equal(WorkingTimeRefusals.ShiftNotEmpty, Assert.Throws<RuleBroken>(() => Judge(Shift(0, 8, 16), Shift(At(1, 8), At(1, 8), 0))).Rule);
        Assert.Equal(WorkingTimeRefusals.ShiftsApart, Assert.Throws<RuleBroken>(() => Judge(Shift(0, 8, 16), Shift(0, 15, 20))).Rule);
        Assert.Equal(WorkingTimeRefusals.BreakInside, Assert.Throws<RuleBroken>(() => Judge(new WorkShift(new(At(0, 8), At(0, 9)), [new(At(0, 9), At(0, 10))], ShiftKind.Planned))).Rule);
        Assert.Equal(WorkingTimeRefusals.RangeNotEmpty, Assert.Throws<RuleBroken>(() => new WorkingTimeJudge(WorkingTimeRules.Statutory).Judge(Person, [], new(At(1, 0), At(1, 0)))).Rule);
    }

    [Fact]
    public void Order_of_shifts_changes_nothing_and_a_shift_less_never_makes_a_maximum_worse() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 15], Gen.Int[4, 12]).Array[1, 30].Sample(drawn =>
        {
            var shifts = drawn.DistinctBy(one => one.Item1).Select(one => Shift(one.Item1, one.Item2, Math.Min(24, one.Item2 + one.Item3))).ToList();
            var range = new Interval(At(0, 0), At(41, 0));
            IReadOnlyList<WorkingTimeFinding> All(IEnumerable<WorkShift> given) => new WorkingTimeJudge(WorkingTimeRules.Statutory).Judge(Person, [.. given], range);
            string[] maxima = [WorkingTimeRuleIds.WeekHours, WorkingTimeRuleIds.FourWeekAverage, WorkingTimeRuleIds.SixteenWeekAverage];

            var all = All(shifts);

            Assert.Equal(all, All(shifts.AsEnumerable().Reverse()));
            foreach (var rule in maxima)
                Assert.True(Worst(All(shifts.Skip(1)), rule) <= Worst(all, rule) + 1e-9);
        }, iter: 100);

    private static double Worst(IReadOnlyList<WorkingTimeFinding> findings, string rule) => findings.Where(finding => finding.RuleId == rule).Select(finding => finding.Measured).DefaultIfEmpty(0).Max();

    private static WorkingTimeRules Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return WorkingTimeRules.Read(stream);
    }
}
