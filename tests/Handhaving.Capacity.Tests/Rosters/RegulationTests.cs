using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>A regulation of a team beside the law: each breach names its set and version.</summary>
public class RegulationTests
{
    private static readonly Dictionary<string, double> NoLimits = [];

    [Fact]
    public void A_shift_that_the_law_allows_and_the_regulation_does_not_is_a_breach_of_the_regulation_alone()
    {
        var draft = Given.Draft(Given.Shift(Given.A, 2, 8, 19));

        Assert.Empty(RosterLaw.Findings(draft, Given.Known()));
        var finding = Assert.Single(RosterLaw.Findings(draft, Known("police", NoLimits)));

        Assert.Equal((FindingSeverity.Breach, "shift-length", "police", WorkingTimeRules.Police.Version, 10.25, 10.0), (finding.Severity, finding.Rule, finding.RuleSet, finding.RuleSetVersion, finding.Measured, finding.Limit));
        Assert.Contains("nog te controleren", finding.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public void What_breaks_both_is_told_of_both()
    {
        var findings = RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 2, 8, 21)), Known("police", NoLimits)).Where(finding => finding.Rule == "shift-length");

        Assert.Equal([("atw", 12.0), ("police", 10.0)], findings.Select(finding => (finding.RuleSet, finding.Limit)));
    }

    [Fact]
    public void A_team_agrees_limits_of_the_regulation_and_never_of_the_law()
    {
        var agreed = Known("police", new Dictionary<string, double> { ["shift-length"] = 11 });

        Assert.Empty(RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 2, 8, 19)), agreed));
        Assert.Single(RosterLaw.Findings(Given.Draft(Given.Shift(Given.A, 2, 8, 21)), Known("atw", new Dictionary<string, double> { ["shift-length"] = 14 })), finding => finding is { Rule: "shift-length", Limit: 12 });
    }

    [Fact]
    public void The_regulation_says_that_its_figures_are_not_checked() => Assert.Equal((false, true), (WorkingTimeRules.Police.IsConfirmed, WorkingTimeRules.Statutory.IsConfirmed));

    [Fact]
    public void A_set_that_nobody_knows_is_refused() =>
        Assert.Equal(WorkingTimeRefusals.SetKnown, Assert.Throws<RuleBroken>(() => WorkingTimeRules.Of("brandweer", NoLimits)).Rule);

    private static KnownDuties Known(string set, IReadOnlyDictionary<string, double> limits) => Given.Known() with { Terms = TeamTerms.Usual with { WorkingTime = WorkingTimeRules.Of(set, limits) } };
}
