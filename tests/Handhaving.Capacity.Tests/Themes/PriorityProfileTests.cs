using Handhaving.Capacity.Themes;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.Themes;

public sealed class PriorityProfileTests
{
    [Fact]
    public void An_incident_counts_to_the_first_theme_that_takes_it()
    {
        var profile = Given.Profile(Given.Theme("centre", 20, "noise", "WK088801"), Given.Theme("noise", 30, "noise"), Given.Theme("beek", 10, "", "0888"));

        Assert.Equal("centre", profile.ThemeOf("noise", "WK088801", "0888")?.Code);
        Assert.Equal("noise", profile.ThemeOf("noise", "WK088802", "0888")?.Code);
        Assert.Equal("beek", profile.ThemeOf("parking", "WK088802", "0888")?.Code);
        Assert.Null(profile.ThemeOf("parking", "WK097101", "0971"));
        Assert.Equal(40, profile.OtherWeight);
    }

    [Fact]
    public void It_holds_once_everybody_was_heard_and_not_before()
    {
        Seat mayor = new(TriangleRole.Mayor, Given.Beek), prosecutor = new(TriangleRole.Prosecutor, new("westelijke-mijnstreek"));
        var proposed = Given.Profile(Given.Theme("noise", 30, "noise")) with { Seats = [mayor, prosecutor] };

        var half = proposed.With("akkoord", [mayor], "\"1\"", "mayor", Given.Now);
        var whole = half.With("liever anders", [prosecutor], "\"2\"", "prosecutor", Given.Now);

        Assert.Equal((ProfileState.Proposed, ProfileState.Proposed, ProfileState.Valid), (proposed.State, half.State, whole.State));
        Assert.Equal(Reasons.EtagMismatch, Assert.Throws<RuleBroken>(() => half.With("toch niet", [mayor], "\"1\"", "mayor", Given.Now)).Rule);
        Assert.Equal(["liever anders", "toch niet"], whole.With("toch niet", [mayor], "\"3\"", "mayor", Given.Now).Opinions.Select(opinion => opinion.Text));
    }

    [Fact]
    public void What_cannot_be_priorities_is_refused()
    {
        Assert.Equal(ThemeRules.CodeOnce, Broken(Given.Theme("noise", 10, "noise"), Given.Theme("noise", 10, "parking")));
        Assert.Equal(ThemeRules.CodeOnce, Broken(Given.Theme("other", 10, "noise")));
        Assert.Equal(ThemeRules.CountsSomething, Broken(Given.Theme("all", 10, "")));
        Assert.Equal(ThemeRules.ShareForOthers, Broken(Given.Theme("noise", 60, "noise"), Given.Theme("parking", 40, "parking")));
        Assert.Equal(ThemeRules.PeriodInOrder, Assert.Throws<RuleBroken>(() => (Given.Proposal(Given.Theme("noise", 10, "noise")) with { ValidUntil = new(2022, 1, 1) }).Require()).Rule);
    }

    private static Rule Broken(params PriorityTheme[] themes) => Assert.Throws<RuleBroken>(() => Given.Proposal(themes).Require()).Rule;
}
