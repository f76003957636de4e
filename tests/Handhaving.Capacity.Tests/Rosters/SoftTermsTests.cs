using Handhaving.Capacity.People;
using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rostering.Searching;
using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.Capacity.WorkingTime;
using File = Handhaving.Capacity.Tests.People.Given;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>One shift on Saturday 5 December, and why it goes to whom it goes.</summary>
public class SoftTermsTests
{
    private static readonly DateOnly Day = new(2026, 12, 5);
    private static readonly TermWeights Weights = new(1, 2, 5, 10);

    [Fact]
    public void A_shift_goes_to_who_does_not_mind_it()
    {
        var (solved, terms) = Solve(Given.Known(), Asked(8) with { Wishes = [new(Given.A, Day, "", WishKind.NotWork, 5)] });

        Assert.Equal(Given.B, Assert.Single(solved).Officer);
        Assert.Empty(terms);
    }

    [Fact]
    public void A_night_goes_to_who_had_fewer_in_the_year_and_what_it_costs_is_told()
    {
        (OfficerName, WorkShift)[] past = [.. Enumerable.Range(0, 3).Select(week => (Given.A, Night(-7 * week - 20))), (Given.B, Night(-20))];

        var (solved, _) = Solve(Given.Known(null, past), Asked(22));
        var (forced, terms) = Solve(Given.Known([File.Officer("a"), Abroad("b")], past), Asked(22));

        Assert.Equal(Given.B, Assert.Single(solved).Officer);
        Assert.Equal(Given.A, Assert.Single(forced).Officer);
        Assert.Equal(2, terms[SoftTerm.Fairness]); // two nights more than who had fewest; those nights lie within the week
    }

    [Fact]
    public void The_teams_own_people_come_first()
    {
        var other = File.Officer("a");
        var known = Given.Known([other with { Details = other.Details with { StaffTeam = "anders" } }, File.Officer("b")]);

        Assert.Equal(Given.B, Assert.Single(Solve(known, Asked(8)).Shifts).Officer);
    }

    [Fact]
    public void District_officers_stay_in_their_district()
    {
        var district = File.Officer("a");
        var known = Given.Known([district with { Details = district.Details with { District = Given.Stein } }, File.Officer("b")]);

        Assert.Equal(Given.B, Assert.Single(Solve(known, Asked(8)).Shifts).Officer);
    }

    [Fact]
    public void What_was_published_stays_unless_something_weighs_more()
    {
        PlannedShift[] former = [Given.Shift(Given.A, Day.Day, 8, 16)];
        var asked = Asked(8) with { Wishes = [new(Given.A, Day, "dienst", WishKind.NotWork, 5)] };

        var (stays, terms) = Solve(Given.Known(), asked, former);
        var (changes, _) = Solve(Given.Known(), asked with { Weights = Weights with { Change = 2 } }, former);

        Assert.Equal(Given.A, Assert.Single(stays).Officer);
        Assert.Equal(new Dictionary<SoftTerm, long> { [SoftTerm.Wish] = 5 }, terms);
        Assert.Equal(Given.B, Assert.Single(changes).Officer);
    }

    [Fact]
    public void The_year_is_counted_in_nights_weekends_and_sundays_that_touch_them()
    {
        WorkShift[] work = [Work(4, 22, 30), Work(5, 22, 30), Work(9, 8, 16), Work(-400, 22, 30)]; // Friday and Saturday night, a Wednesday, long ago

        Assert.Equal(new PastYear(2, 1, 1), PastYear.Of(work, File.At(20, 0)));
    }

    private static SolveAsked Asked(int hour) => new([new("dienst", "boa-1", "", "", new(hour, 0), TimeSpan.FromHours(8), null)], [new(Day, "dienst", 1, 100)], 1, 2) { Weights = Weights };

    private static (IReadOnlyList<PlannedShift> Shifts, IReadOnlyDictionary<SoftTerm, long> Terms) Solve(KnownDuties known, SolveAsked asked, IReadOnlyList<PlannedShift>? former = null)
    {
        var problem = new SolveProblem(Given.Draft(), known, asked, former);
        var best = new NeighbourhoodSolver().Solve(problem.Problem, new(asked.Seed, asked.Seconds), _ => { }, TestContext.Current.CancellationToken).Best;
        Assert.NotNull(best);
        return (problem.ShiftsOf(best.Roster, Guid.NewGuid), RosterJudge.TermsOf(problem.Problem, best.Roster));
    }

    private static Officer Abroad(string id) => File.Officer(id).Report(File.Absence(Capacity.Competence.AbsenceKind.Leave, File.At(1, 0), File.At(15, 0)), Given.Act);

    private static WorkShift Night(int daysFromStart) => Work(daysFromStart, 22, 30);

    private static WorkShift Work(int day, int from, int until) => PlannedShift.WorkOf(new(File.At(1, 0).AddDays(day - 1).AddHours(from), File.At(1, 0).AddDays(day - 1).AddHours(until)), 30);
}
