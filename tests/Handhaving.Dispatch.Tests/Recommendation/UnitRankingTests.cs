using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>Who comes first: one test per key, each with units that are alike in all that weighs more.</summary>
public sealed class UnitRankingTests
{
    private static readonly Point Near = new(50.9413, 5.7951);
    private static readonly Point Far = new(50.9903, 5.7951);

    [Fact]
    public void The_nearest_by_travel_time_comes_first_then_the_call_sign() => Assert.Equal(
        ["B-1", "B-4", "B-3", "B-2"],
        Order(At("b-3", Far), At("b-4", Near), At("b-1", Near), At("b-2", Far, UnitKind.Foot)));

    [Fact]
    public void C14_liveability_is_offered_to_boas_before_the_police_however_near_those_are() =>
        Assert.Equal(["B-1", "P-1"], Order((Fleets.Of(Given.Police()), Fleets.Fix(Near)), At("b-1", Far)));

    [Fact]
    public void C14_the_police_come_first_where_a_boa_may_only_help()
    {
        var police = Given.Police("p-2");
        var lead = Given.Incident() with { Assignments = [Given.Assignment(AssignmentState.OnScene) with { Unit = police.Name }] };
        var question = Fleets.Ask(Given.Fight, incident: lead, role: AssignmentRole.Backup);
        var pair = Given.Unit("b-1", crew: [[Given.Appointment()], [Given.Appointment()]]);

        Assert.Equal(["P-1", "B-1"], Signs(Fleets.Rank(question, (Fleets.Of(pair), Fleets.Fix(Near)), (Fleets.Of(Given.Police()), Fleets.Fix(Far)))));
    }

    [Theory]
    [InlineData(1800, false)]
    [InlineData(1801, true)]
    public void A_fresh_position_comes_before_an_old_one_which_counts_from_home_and_is_flagged(int secondsAgo, bool stale)
    {
        var ranked = Fleets.Rank(Fleets.Ask(), At("b-1", Near, secondsAgo: secondsAgo), At("b-2", Far));

        Assert.Equal(stale ? ["B-2", "B-1"] : ["B-1", "B-2"], Signs(ranked));
        Assert.Equal((stale, stale), (ranked.Picks.Single(pick => pick.CallSign == "B-1").StaleFix, ranked.Picks.Single(pick => pick.CallSign == "B-1").TravelSeconds == 0));
    }

    [Fact]
    public void A_unit_without_a_position_is_never_dropped() => Assert.True(Assert.Single(Fleets.Rank(Fleets.Ask(), (Fleets.Of(Given.Unit()), null)).Picks).StaleFix);

    [Fact]
    public void A_position_of_an_earlier_duty_counts_as_none() =>
        Assert.True(Assert.Single(Fleets.Rank(Fleets.Ask(), (Fleets.Of(Given.Unit() with { SignedOnAt = Given.Now.AddSeconds(-5) }), Fleets.Fix(Far))).Picks).StaleFix);

    [Fact]
    public void A_unit_whose_duty_ends_on_the_way_comes_after_one_that_stays()
    {
        var ending = Given.Unit("b-1");
        var ranked = Fleets.Rank(Fleets.Ask(), (Fleets.Of(ending with { Duty = ending.Duty with { EndsAt = Given.Now.AddSeconds(10) } }), Fleets.Fix(Near)), At("b-2", Far));

        Assert.Equal(["B-2", "B-1"], Signs(ranked));
        Assert.Contains("de dienst eindigt voor de verwachte aankomst", ranked.Picks[1].Factors);
    }

    [Fact]
    public void Within_a_step_of_travel_time_a_free_unit_comes_before_one_whose_job_is_interrupted()
    {
        var ranked = Fleets.Rank(Fleets.Ask(priority: 1), (Fleets.Busy(Given.Unit("b-1"), SlotUse.Interruptible, 4), Fleets.Fix(Near)), At("b-2", Near));

        Assert.Equal(["B-2", "B-1"], Signs(ranked));
        Assert.Equal((null, $"municipalities/0888/incidents/{Given.Id(77)}/assignments/{Given.Id(78)}"), (ranked.Picks[0].Interrupts, ranked.Picks[1].Interrupts));
    }

    [Fact]
    public void Then_a_unit_that_is_at_home_there() => Assert.Equal(["B-2", "B-1"], Order(At("b-1", Near, home: "0971"), At("b-2", Near)));

    [Fact]
    public void Then_the_one_that_leaves_most_cover_behind() => Assert.Equal(
        ["B-2", "B-3", "B-1"],
        Signs(Fleets.Rank(Fleets.Ask(), At("b-1", Near, home: "0971"), At("b-2", Near, home: "1883"), At("b-3", Near, home: "1883"))));

    [Fact]
    public void Then_the_one_that_rests_longest() => Assert.Equal(
        ["B-2", "B-1"],
        Order(Worked("b-1", minutesAgo: 5, jobs: 1), Worked("b-2", minutesAgo: 40, jobs: 1)));

    [Fact]
    public void Then_the_one_with_the_fewest_jobs_in_this_duty() => Assert.Equal(
        ["B-2", "B-1"],
        Order(Worked("b-1", minutesAgo: 5, jobs: 3), Worked("b-2", minutesAgo: 5, jobs: 1)));

    [Fact]
    public void Then_the_one_with_the_youngest_position() => Assert.Equal(["B-2", "B-1"], Order(At("b-1", Near, secondsAgo: 200), At("b-2", Near, secondsAgo: 20)));

    [Fact]
    public void The_factors_say_what_decided_the_weightiest_first() => Assert.Equal(
        [
            "bevoegd in 0888", "een boa gaat hier voor", "ongeveer 1 min rijden (150 m)", "vrij", "in het eigen gebied", "in het eigen gebied blijft niemand vrij",
            "5 min sinds de laatste inzet, 3 in deze dienst", "positie van 10 s geleden",
        ],
        Assert.Single(Fleets.Rank(Fleets.Ask(), Worked("b-1", minutesAgo: 5, jobs: 3)).Picks).Factors);

    [Fact]
    public void The_municipality_is_named_as_people_call_it() => Assert.Equal(
        "bevoegd in Beek",
        Assert.Single(Fleets.Rank(Fleets.Ask(incident: Given.Incident() with { MunicipalityName = "Beek" }), Worked("b-1", minutesAgo: 5, jobs: 3)).Picks).Factors[0]);

    [Fact]
    public void Without_a_place_units_are_ranked_by_the_rest_and_no_travel_is_told()
    {
        var nowhere = Given.Incident() with { Place = Place.Nowhere };
        var ranked = Fleets.Rank(Fleets.Ask(incident: nowhere), Worked("b-1", minutesAgo: 5, jobs: 1), Worked("b-2", minutesAgo: 40, jobs: 1));

        Assert.Equal(["B-2", "B-1"], Signs(ranked));
        Assert.Equal((0, TravelSource.Unknown), (ranked.Picks[0].TravelSeconds, ranked.Picks[0].Source));
        Assert.Contains("plaats van de melding onbekend: reistijd niet gerekend", ranked.Picks[0].Factors);
    }

    [Fact]
    public void Travel_is_reckoned_over_the_road_by_the_speed_of_the_kind()
    {
        var degree = new Point(51, 5).MetersTo(new Point(52, 5));
        Assert.Equal(111_195, degree, tolerance: 1); // one degree of latitude on the mean sphere

        Assert.Equal(0, Given.Market.MetersTo(Given.Market));
        Assert.Equal(Near.MetersTo(Far), Far.MetersTo(Near), tolerance: 0.001);
        Assert.Equal([108, 36, 19, 14], Enum.GetValues<UnitKind>().Select(kind => TravelTime.Between(Given.Market, Near, kind).Seconds));
        Assert.Equal(150, TravelTime.Between(Given.Market, Near, UnitKind.Car).Meters);
    }

    private static (FleetUnit, Fix?) At(string id, Point point, UnitKind kind = UnitKind.Car, int secondsAgo = 10, string home = "0888") => (Fleets.Of(Given.Unit(id, kind: kind), home), Fleets.Fix(point, secondsAgo));

    private static (FleetUnit, Fix?) Worked(string id, int minutesAgo, int jobs) =>
        (Fleets.Of(Given.Unit(id)) with { JobsDone = jobs, LastJobEndedAt = Given.Now.AddMinutes(-minutesAgo) }, Fleets.Fix(Near));

    private static IEnumerable<string> Order(params (FleetUnit, Fix?)[] units) => Signs(Fleets.Rank(Fleets.Ask(), units));

    private static IEnumerable<string> Signs(UnitRecommendation ranked) => ranked.Picks.Select(pick => pick.CallSign);
}
