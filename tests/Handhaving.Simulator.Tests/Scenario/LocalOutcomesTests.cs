using Handhaving.Simulator.Scenario;
using Xunit;

namespace Handhaving.Simulator.Tests.Scenario;

/// <summary>A municipality has its own list of outcomes; a job there ends with one of those.</summary>
public sealed class LocalOutcomesTests
{
    private static readonly ReportPlan Report = PlanDraw.Draw(Scenarios.All["gewone-avond"], LoadLevel.All["L1"], 1, TimeSpan.FromHours(18), TimeSpan.FromHours(6)).Reports[0];

    [Fact]
    public void An_outcome_that_is_known_there_stays() => Assert.Same(Report, Of("elders", Report.Disposition).Fit(Report));

    [Fact]
    public void Another_becomes_one_of_theirs_the_same_for_the_same_report()
    {
        var outcomes = Of("bekeuring", "waarschuwing");

        Assert.Contains(outcomes.Fit(Report).Disposition, new[] { "bekeuring", "waarschuwing" });
        Assert.Equal(outcomes.Fit(Report), outcomes.Fit(Report));
    }

    [Fact]
    public void Where_no_list_is_known_the_plan_stands() => Assert.Same(Report, Of().Fit(Report));

    private static LocalOutcomes Of(params string[] codes) => new(new Dictionary<string, IReadOnlyList<string>> { [Report.Neighbourhood.Municipality] = codes });
}
