using Handhaving.Capacity.Rosters.Solving;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;
using File = Handhaving.Capacity.Tests.People.Given;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>What a search does not take, and what it says of it.</summary>
public sealed class SolveLimitTests
{
    [Fact]
    public void What_is_too_large_is_refused_with_its_size_and_with_the_limit()
    {
        var known = Given.Known(Enumerable.Range(0, 36).Select(number => File.Officer($"a{number}")));

        var broken = Assert.Throws<RuleBroken>(() => new SolveProblem(Given.Draft(), known, Asked(40), null));

        Assert.Equal((SolveRules.NotTooLarge, $"{36 * 14 * 40}", "20000"), (broken.Rule, broken.Metadata["size"], broken.Metadata["most"]));
    }

    [Fact]
    public void A_shift_that_is_all_break_is_refused()
    {
        var asked = new SolveAsked([new("kort", "boa-1", "", "", new(8, 0), TimeSpan.FromMinutes(30), 30)], [new(new(2026, 12, 5), "kort", 1, 100)], 1, 1);

        Assert.Equal(WorkingTimeRefusals.BreakInside, Assert.Throws<RuleBroken>(() => new SolveProblem(Given.Draft(), Given.Known(), asked, null)).Rule);
    }

    private static SolveAsked Asked(int kinds) => new(
        [.. Enumerable.Range(0, kinds).Select(number => new ShiftTemplate($"k{number}", "boa-1", "", "", new(8, 0), TimeSpan.FromHours(4), null))], [new(new(2026, 12, 5), "k0", 1, 100)], 1, 1);
}
