using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.ServiceDefaults.Errors;
using File = Handhaving.Capacity.Tests.People.Given;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>What must be settled before people work by a roster: C-04, C-15 and C-25 of the policy.</summary>
public class PublishTermsTests
{
    private static readonly PublishReasons Nothing = new("", "");
    private static readonly RosterTask Task = new() { Day = new(2026, 12, 2), Code = "vroeg", Function = "boa-1", Unit = "", Activity = "", Time = new(File.At(2, 8), File.At(2, 16)), Wanted = 3 };

    [Fact]
    public void C_04_work_that_nobody_serves_is_not_published_until_it_is_decided_and_said_by_whom()
    {
        var draft = Given.Draft(Given.Shift(Given.A, 2, 8, 16)) with { Tasks = [Task] };
        var open = Assert.Single(draft.Unserved);
        Assert.Equal((2, null), (open.Missing, open.Decision));
        Assert.Equal(PublishRules.Decided, Refused(() => PublishTerms.Require(draft, Given.Known())));

        var decided = draft.Decide([Decision(UnservedChoice.HandOver)], Given.Act);

        var decision = Assert.Single(decided.Unserved).Decision;
        Assert.Equal((UnservedChoice.HandOver, "de buurgemeente doet het", "planner", Given.Act.At), (decision?.Choice, decision?.Reason, decision?.Decider, decision?.DecidedAt));
        PublishTerms.Require(decided, Given.Known());
    }

    [Fact]
    public void C_04_a_decision_holds_no_longer_when_more_people_are_missing_since()
    {
        var decided = (Given.Draft(Given.Shift(Given.A, 2, 8, 16)) with { Tasks = [Task] }).Decide([Decision(UnservedChoice.Drop)], Given.Act);

        Assert.Equal(PublishRules.Decided, Refused(() => PublishTerms.Require(decided with { Shifts = [] }, Given.Known())));
    }

    [Fact]
    public void C_04_nothing_is_decided_about_work_that_is_served_or_was_never_asked()
    {
        var draft = Given.Draft(Given.Shift(Given.A, 2, 8, 16)) with { Tasks = [Task with { Wanted = 1 }] };

        Assert.Equal(PublishRules.Unserved, Refused(() => draft.Decide([Decision(UnservedChoice.Drop)], Given.Act)));
        Assert.Equal(DutyRosterRules.IsDraft, Refused(() => (draft with { State = RosterState.Published }).Decide([], Given.Act)));
    }

    [Fact]
    public void C_04_a_change_of_what_is_published_leaves_no_work_without_people_and_without_a_decision()
    {
        var (one, other) = (Given.Shift(Given.A, 2, 8, 16), Given.Shift(Given.B, 2, 8, 16));
        var published = Given.Draft(one, other) with { State = RosterState.Published, Tasks = [Task with { Wanted = 2 }, Task with { Code = "laat", Time = new(File.At(2, 14), File.At(2, 22)) }] };
        var changes = new ShiftChanges([], [other.Id]);

        Assert.Equal(PublishRules.Decided, Refused(() => PublishTerms.RequireNoMore(published, published.Change(changes, Given.Act), Given.Known())));
        var decided = published.Change(changes with { Decisions = [Decision(UnservedChoice.Postpone)] }, Given.Act);

        PublishTerms.RequireNoMore(published, decided, Given.Known()); // that the other task was open already is no reason
        Assert.Equal((1, "planner"), (decided.Decisions[0].Missing, decided.Decisions[0].Decider));
        Assert.Equal(PublishRules.Unserved, Refused(() => published.Change(new([], []) { Decisions = [Decision(UnservedChoice.Postpone)] }, Given.Act)));
    }

    [Fact]
    public void C_04_a_search_of_some_days_leaves_what_was_asked_of_others_to_be_decided()
    {
        var later = Task with { Day = new(2026, 12, 3), Time = new(File.At(3, 8), File.At(3, 16)) };
        var first = Given.Draft().Solve([], [Task, later], Given.Act);

        Assert.Equal([Task, later with { Wanted = 1 }], first.Solve([], [later with { Wanted = 1 }], Given.Act).Tasks);
        Assert.Equal([Task], first.Solve([], [later with { Wanted = 0 }], Given.Act).Tasks);
    }

    // Two people of 36 hours over fourteen days have 144 hours; five shifts of eight hours with their breaks are 37.5.
    [Theory]
    [InlineData(73, false)]
    [InlineData(74, true)]
    public void C_25_what_is_planned_beyond_the_reserve_is_refused(int reserve, bool isRefused)
    {
        var (draft, known) = (Given.Draft(FiveShifts()), Given.Known() with { Terms = TeamTerms.Usual with { ReservePercent = reserve } });

        if (isRefused) Assert.Equal(PublishRules.WithinReserve, Refused(() => PublishTerms.Require(draft, known)));
        else PublishTerms.Require(draft, known);
    }

    [Fact]
    public void C_25_only_a_crisis_releases_the_reserve_and_nothing_beyond_it()
    {
        var known = Given.Known() with { Terms = TeamTerms.Usual with { ReservePercent = 90 } };
        var crisis = Nothing with { Crisis = "overstroming" };

        PublishTerms.Require(Given.Draft(FiveShifts()) with { Reasons = crisis }, known);
        var ill = Given.Known([File.Officer("a").Report(File.Absence(AbsenceKind.LongTermSick, File.At(1, 0), File.At(15, 0)), Given.Act)]) with { Terms = known.Terms };
        Assert.Equal(PublishRules.WithinReserve, Refused(() => PublishTerms.Require(Given.Draft(FiveShifts()) with { Reasons = crisis }, ill)));
    }

    [Fact]
    public void C_25_a_change_of_what_is_published_takes_no_more_of_the_reserve_and_may_give_back()
    {
        var known = Given.Known() with { Terms = TeamTerms.Usual with { ReservePercent = 74 } };
        var (more, less) = (Given.Draft(FiveShifts()), Given.Draft([.. FiveShifts().Take(4)]));

        Assert.Equal(PublishRules.WithinReserve, Refused(() => PublishTerms.RequireNoMore(less, more, known)));
        PublishTerms.RequireNoMore(more, less, known);
    }

    [Fact]
    public void C_15_hours_of_district_officers_elsewhere_above_the_share_need_a_reason()
    {
        var officer = File.Officer("a");
        var known = Given.Known([officer with { Details = officer.Details with { District = Given.Stein } }]) with { Terms = TeamTerms.Usual with { OutsideDistrictPercent = 25 } };
        DutyRoster Roster(params string[] functions) => Given.Draft([.. functions.Select((function, day) => Given.Shift(Given.A, day + 1, 8, 16, function))]);

        PublishTerms.Require(Roster("wijkagent", "wijkagent", "wijkagent", "noodhulp"), known);
        var elsewhere = Roster("wijkagent", "wijkagent", "noodhulp", "noodhulp");
        Assert.Equal(PublishRules.DistrictReason, Refused(() => PublishTerms.Require(elsewhere, known)));
        PublishTerms.Require(elsewhere with { Reasons = Nothing with { OutsideDistrict = "kampioenswedstrijd" } }, known);
    }

    private static PlannedShift[] FiveShifts() => [.. Enumerable.Range(1, 5).Select(day => Given.Shift(Given.A, day, 8, 16))];

    private static UnservedDecision Decision(UnservedChoice choice) => new() { Day = Task.Day, Code = Task.Code, Choice = choice, Reason = "de buurgemeente doet het" };

    private static Rule Refused(Action act) => Assert.Throws<RuleBroken>(act).Rule;
}
