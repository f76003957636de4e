using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Loans;

/// <summary>When an incident may borrow, and what becomes of it when the owner of the unit refuses.</summary>
public sealed class IncidentLoanTests
{
    private static readonly BorrowTerms Terms = new(2, [3, 5, 10, 20, 30]);
    private static readonly ForeignUnit Foreign = new(Given.Unit() with { Name = new UnitName("municipalities/0882/units/l-1") }, IsHidden: true, "westelijke-mijnstreek");

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    public void C37_only_an_urgent_incident_borrows(int priority, bool may)
    {
        var incident = Given.Incident() with { Priority = priority };

        if (may) Assert.Equal(new LoanTerms("westelijke-mijnstreek", "geen eigen eenheid"), incident.Borrow(Foreign, Terms, "geen eigen eenheid", Given.Now));
        else Assert.Equal(LoanRules.Urgent, Assert.Throws<RuleBroken>(() => incident.Borrow(Foreign, Terms, "geen eigen eenheid", Given.Now)).Rule);
    }

    [Fact]
    public void C37_where_nothing_is_urgent_nobody_borrows() =>
        Assert.Equal(LoanRules.Urgent, Assert.Throws<RuleBroken>(() => Given.Urgent().Borrow(Foreign, Terms with { UrgentPriority = 0 }, "spoed", Given.Now)).Rule);

    [Theory]
    [InlineData(1, 179, false)]
    [InlineData(1, 180, true)]
    [InlineData(2, 299, false)]
    [InlineData(2, 300, true)]
    public void C37_it_waits_as_long_as_the_municipality_decided_for_its_priority(int priority, int seconds, bool isOver)
    {
        var (incident, now) = (Given.Incident() with { Priority = priority }, Given.Now.AddSeconds(seconds));

        if (isOver) Assert.Equal(new LoanTerms("westelijke-mijnstreek", null), incident.Borrow(Foreign, Terms, "toch maar", now));
        else Assert.Equal(LoanRules.HoldOver, Assert.Throws<RuleBroken>(() => incident.Borrow(Foreign, Terms, "", now)).Rule);
    }

    [Fact]
    public void C37_the_refusal_says_from_when_it_may_borrow_in_dutch_time()
    {
        var broken = Assert.Throws<RuleBroken>(() => Given.Urgent().Borrow(Foreign, Terms, "", Given.Now.AddMinutes(1)));

        Assert.Equal(("vanaf 13:03 uur", "120"), (broken.Metadata["secondsLeftLabel"], broken.Metadata["secondsLeft"]));
    }

    [Fact]
    public void C37_time_waited_before_counts_and_time_with_a_unit_does_not()
    {
        var waited = Given.Incident().Accepted() with { Priority = 1 }; // waited two seconds
        var broken = Assert.Throws<RuleBroken>(() => waited.Borrow(Foreign, Terms, "", Given.Now.AddHours(1)));

        Assert.Equal(("zodra de melding weer op een eenheid wacht", "178"), (broken.Metadata["secondsLeftLabel"], broken.Metadata["secondsLeft"]));
        Assert.Null((waited with { Waited = TimeSpan.FromMinutes(3) }).Borrow(Foreign, Terms, "", Given.Now).SkipHoldReason);
    }

    [Fact]
    public void C37_what_is_handled_borrows_nothing()
    {
        var handled = Given.Urgent().RecordDisposition("warning", Given.Act(1));

        Assert.Equal(IncidentRules.Open, Assert.Throws<RuleBroken>(() => handled.Borrow(Foreign, Terms, "spoed", Given.Now)).Rule);
        Assert.False(Terms.IsUrgent(handled));
    }

    [Theory]
    [InlineData(AssignmentState.Offered)]
    [InlineData(AssignmentState.Accepted)]
    [InlineData(AssignmentState.EnRoute)]
    [InlineData(AssignmentState.OnScene)]
    [InlineData(AssignmentState.Offered, true)]
    [InlineData(AssignmentState.EnRoute, true)]
    [InlineData(AssignmentState.OnScene, true)]
    public void C37_a_refusal_withdraws_the_unit_whatever_it_does_and_the_incident_waits_at_once(AssignmentState state, bool hasOutcome = false)
    {
        var lent = hasOutcome ? Lent(state).RecordDisposition("warning", Given.Act(50)) : Lent(state);
        var act = Given.Act(60, "zelf nodig");

        var left = lent.RefuseLoan(Given.AssignmentName(), LoanOf(lent).Etag, act);

        var loan = LoanOf(left);
        Assert.Equal((IncidentState.Pending, AssignmentState.Withdrawn, LoanState.Refused), (left.State, left.Assignments.Single().State, loan.State));
        Assert.Equal((new LoanRefusal("centralist-1", "zelf nodig"), act.At), (loan.Terms.Refusal, loan.EndedAt));
        Assert.Equal("Geweigerd door gemeente Landgraaf: zelf nodig", left.Happenings.First(one => one.Fact is AssignmentWithdrawn).Act.Text);
        Assert.Equal(state is AssignmentState.Offered ? 0 : 1, left.Happenings.Count(one => one.Fact is IncidentReturned));
        Assert.Equal(lent.Waited, left.Waited);
        Assert.Equal(state is AssignmentState.Offered ? lent.PendingSince : act.At, left.PendingSince);
    }

    [Theory]
    [InlineData("municipalities/0882", "Landgraaf", "gemeente Landgraaf")]
    [InlineData("municipalities/0882", "", "gemeente 0882")]
    [InlineData("teams/brunssum-landgraaf", "Basisteam Brunssum-Landgraaf", "Basisteam Brunssum-Landgraaf")]
    [InlineData("teams/brunssum-landgraaf", "", "team brunssum-landgraaf")]
    public void C37_the_history_calls_the_owner_by_name_as_far_as_that_is_known(string owner, string name, string called)
    {
        var unit = Foreign.Unit with { Name = new UnitName($"{owner}/units/l-1"), Kind = owner.StartsWith("teams", StringComparison.Ordinal) ? UnitKind.Police : UnitKind.Car };
        var terms = Given.Urgent().Borrow(Foreign with { Unit = unit, OwnerName = name }, Terms, "", Given.Now.AddHours(1));

        var lent = Given.Urgent().Offer(Given.AssignmentName().Id, unit, AssignmentRole.Primary, Given.Parking, Given.OfferTime with { Loan = terms }, Given.Act(1));

        Assert.Equal($"Geleend van {called}", lent.Happenings.Single(one => one.Fact is AssignmentOffered).Act.Text);
    }

    [Fact]
    public void C37_a_refusal_of_what_is_over_has_the_time_for_systems_and_the_clock_for_people()
    {
        var refused = Lent(AssignmentState.Accepted).RefuseLoan(Given.AssignmentName(), LoanOf(Lent(AssignmentState.Accepted)).Etag, Given.Act(30, "nee"));

        var again = Assert.Throws<RuleBroken>(() => refused.RefuseLoan(Given.AssignmentName(), "", Given.Act(90, "nee")));

        Assert.Equal(("2026-03-02T12:00:30.0000000+00:00", "13:00", "centralist-1"), (again.Metadata["at"], again.Metadata["atLabel"], again.Metadata["by"]));
    }

    [Theory]
    [InlineData(AssignmentState.Cleared)]
    [InlineData(AssignmentState.Declined)]
    [InlineData(AssignmentState.Expired)]
    [InlineData(AssignmentState.Withdrawn)]
    [InlineData(AssignmentState.Failed)]
    [InlineData(AssignmentState.Preempted)]
    public void C37_a_loan_ends_with_its_assignment_and_cannot_be_refused_then(AssignmentState state)
    {
        var lent = Lent(AssignmentState.OnScene);
        var ended = lent with { Assignments = [.. lent.Assignments.Select(one => one with { State = state, EndedAt = Given.Now })] };

        Assert.Equal(LoanState.Ended, LoanOf(ended).State);
        Assert.Equal(LoanRules.NotEnded, Assert.Throws<RuleBroken>(() => ended.RefuseLoan(Given.AssignmentName(), LoanOf(lent).Etag, Given.Act(9, "nee"))).Rule);
    }

    [Fact]
    public void C37_a_loan_is_refused_once_and_as_it_was_seen()
    {
        var lent = Lent(AssignmentState.Accepted);
        var (seen, worse) = (LoanOf(lent).Etag, lent.Reprioritise(2, Given.Act(20, "valt mee")));
        var refused = lent.RefuseLoan(Given.AssignmentName(), seen, Given.Act(30, "nee"));

        Assert.Equal(seen, LoanOf(Lent(AssignmentState.OnScene)).Etag); // progress of the crew is no other question
        Assert.Equal(Reasons.EtagMismatch, Assert.Throws<RuleBroken>(() => worse.RefuseLoan(Given.AssignmentName(), seen, Given.Act(30, "nee"))).Rule);
        Assert.Equal(LoanRules.NotRefused, Assert.Throws<RuleBroken>(() => refused.RefuseLoan(Given.AssignmentName(), seen, Given.Act(40, "nee"))).Rule);
    }

    [Fact]
    public void C37_an_own_unit_cannot_be_refused_and_others_stay()
    {
        var both = Lent(AssignmentState.Accepted).Offered(2).Accept(Given.AssignmentName(2), Given.Act(7));

        Assert.Throws<NotFound>(() => both.RefuseLoan(Given.AssignmentName(2), LoanOf(both).Etag, Given.Act(8, "nee")));
        Assert.Equal(IncidentState.Assigned, both.RefuseLoan(Given.AssignmentName(), LoanOf(both).Etag, Given.Act(8, "nee")).State);
    }

    private static Loan LoanOf(Incident incident) => Loan.Of(incident, incident.Find(Given.AssignmentName())) ?? throw new InvalidOperationException("No loan.");

    private static Incident Lent(AssignmentState state)
    {
        var incident = Given.Incident() with { Priority = 1 };
        var lent = incident.Offer(Given.AssignmentName().Id, Foreign.Unit, AssignmentRole.Primary, Given.Parking, Given.OfferTime with { Loan = new("westelijke-mijnstreek", "spoed") { LenderName = "Landgraaf" } }, Given.Act(1));
        if (state is AssignmentState.Offered) return lent;
        lent = lent.Accept(Given.AssignmentName(), Given.Act(2));
        if (state is AssignmentState.Accepted) return lent;
        lent = lent.GoEnRoute(Given.AssignmentName(), Given.Act(3));
        return state is AssignmentState.EnRoute ? lent : lent.Arrive(Given.AssignmentName(), Given.Act(4));
    }
}
