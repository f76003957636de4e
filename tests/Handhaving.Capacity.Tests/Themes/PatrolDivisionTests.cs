using Handhaving.Capacity.Themes.Balance;

namespace Handhaving.Capacity.Tests.Themes;

public sealed class PatrolDivisionTests
{
    private static readonly DistrictNeeds None = new(new HashSet<string>(), new Dictionary<string, int>());

    [Fact]
    public void Without_a_past_hours_follow_the_weights()
    {
        var division = PatrolDivision.Of(new(Given.Profile(Given.Theme("noise", 30, "noise", "a", "b"), Given.Theme("parking", 50, "parking")), []), 100, None);

        Assert.Equal([30, 50, 20], division.Select(theme => Math.Round(theme.Hours, 9)));
        Assert.Equal([("a", 15), ("b", 15)], division[0].Areas.Select(area => (area.Area, Math.Round(area.Hours, 9))));
    }

    [Fact]
    public void What_had_less_than_its_weight_gets_more_and_nothing_goes_without()
    {
        var balance = new ThemeBalance(Given.Profile(Given.Theme("noise", 40, "noise"), Given.Theme("parking", 40, "parking")), [Given.Worked("a", "parking", 90), Given.Worked("b", "noise", 5), Given.Worked("b", "litter", 5)]);

        var division = PatrolDivision.Of(balance, 20, None);

        Assert.Equal([0.05, 0.9, 0.05], division.Select(theme => Math.Round(theme.DeliveredShare, 9)));
        Assert.True(division[0].Hours > 10 && division[1].Hours is > 0 and < 1, $"{division[0].Hours} {division[1].Hours}");
        Assert.Equal(20, division.Sum(theme => theme.Hours), 9);
    }

    [Fact]
    public void Within_a_theme_hours_go_where_its_calls_came_from()
    {
        var balance = new ThemeBalance(Given.Profile(Given.Theme("noise", 40, "noise")), [Given.Worked("a", "noise", 1, 3), Given.Worked("b", "noise", 50, 1), Given.Worked("b", "litter", 5, 90)]);

        var noise = PatrolDivision.Of(balance, 100, None)[0];

        Assert.Equal(3, noise.Areas[0].Hours / noise.Areas[1].Hours, 9);
    }

    [Fact]
    public void A_district_without_calls_that_a_norm_or_the_theme_asks_for_gets_its_floor_and_says_why()
    {
        var balance = new ThemeBalance(Given.Profile(Given.Theme("noise", 40, "noise", "WK088801", "WK088802", "0888")), [Given.Worked("WK088801", "noise", 1, 3), Given.Worked("WK088803", "litter", 5, 9)]);
        var norms = new DistrictNeeds(new HashSet<string>(), new Dictionary<string, int> { ["WK088801"] = 60, ["WK088804"] = 90, ["WK088805"] = 30, ["WK097101"] = 60 });

        var noise = PatrolDivision.Of(balance, 100, norms)[0];
        var part = noise.Hours;

        Assert.Equal([("WK088801", PatrolCause.Calls), ("WK088802", PatrolCause.Theme), ("WK088804", PatrolCause.Norm), ("WK088805", PatrolCause.Norm)], noise.Areas.Select(area => (area.Area, area.Cause)));
        Assert.Equal([0.9 * part, 0.1 * part * 60 / 180, 0.1 * part * 90 / 180, 0.1 * part * 30 / 180], noise.Areas.Select(area => area.Hours), (left, right) => Math.Abs(left - right) < 1e-9);
    }

    [Fact]
    public void Without_any_calls_districts_with_a_norm_share_evenly_with_those_of_the_theme()
    {
        var division = PatrolDivision.Of(new(Given.Profile(Given.Theme("noise", 30, "noise", "WK088801")), []), 100, None with { NormMinutes = new Dictionary<string, int> { ["WK088802"] = 60 } });

        Assert.Equal([("WK088801", PatrolCause.Evenly)], division[0].Areas.Select(area => (area.Area, area.Cause)));
        Assert.Equal([("WK088802", PatrolCause.Evenly)], division[1].Areas.Select(area => (area.Area, area.Cause)));
    }

    [Fact]
    public void Parts_always_add_up_and_more_weight_never_means_fewer_hours()
    {
        var chance = new Random(11);
        string[] families = ["noise", "parking", "litter"], areas = ["a", "b", "c"];
        for (var trial = 0; trial < 300; trial++)
        {
            var worked = Enumerable.Range(0, chance.Next(0, 12)).Select(_ => Given.Worked(areas[chance.Next(3)], families[chance.Next(3)], chance.NextDouble() * 50, chance.Next(0, 9))).ToList();
            var (hours, weight) = (chance.NextDouble() * 200, chance.Next(1, 50));
            var division = Divided(weight);

            Assert.Equal(hours, division.Sum(theme => theme.Hours), 6);
            Assert.All(division, theme => Assert.True(theme.Hours >= 0 && (theme.Areas.Count == 0 || Math.Abs(theme.Areas.Sum(area => area.Hours) - theme.Hours) < 1e-6)));
            Assert.True(Divided(weight + 1)[0].Hours >= division[0].Hours - 1e-9);

            IReadOnlyList<ThemePatrol> Divided(int first) => PatrolDivision.Of(new(Given.Profile(Given.Theme("noise", first, "noise"), Given.Theme("parking", 20, "parking")), worked), hours, None);
        }
    }
}
