using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Units;
using Xunit;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>Who comes first, and why the others do not come.</summary>
public sealed class UnitRankingTests
{
    private static readonly Point Near = new(50.9413, 5.7951);
    private static readonly Point Far = new(50.9903, 5.7951);

    [Fact]
    public void The_nearest_by_travel_time_comes_first_then_the_call_sign() => Assert.Equal(
        ["B-1", "B-4", "B-3", "B-2"],
        Rank(Given.Candidate(Given.Unit("b-3"), Far), Given.Candidate(Given.Unit("b-4"), Near), Given.Candidate(Given.Unit("b-1"), Near), Given.Candidate(Given.Unit("b-2", kind: UnitKind.Foot), Far))
            .Picks.Select(pick => pick.CallSign));

    [Theory]
    [InlineData(1800, false)]
    [InlineData(1801, true)]
    public void A_fresh_position_comes_before_an_old_one_which_counts_from_home(int secondsAgo, bool stale)
    {
        var ranked = Rank(Given.Candidate(Given.Unit("b-1"), Near, secondsAgo), Given.Candidate(Given.Unit("b-2"), Far));

        Assert.Equal(stale ? ["B-2", "B-1"] : ["B-1", "B-2"], ranked.Picks.Select(pick => pick.CallSign));
        Assert.Equal((stale, stale), (ranked.Picks.Single(pick => pick.CallSign == "B-1").StaleFix, ranked.Picks.Single(pick => pick.CallSign == "B-1").TravelSeconds == 0));
    }

    [Fact]
    public void A_unit_without_a_position_is_never_dropped() => Assert.True(Assert.Single(Rank(Given.Candidate(Given.Unit())).Picks).StaleFix);

    [Fact]
    public void A_rejected_unit_keeps_all_its_reasons_and_a_shortfall_says_what_to_do()
    {
        var ranked = Rank(Given.Candidate(Given.Unit(minimumCrew: 2, crew: [[Given.Appointment(territory: ["0971"])]]), Near, isFree: false));

        Assert.Equal([RejectionCode.TerritoryMissing, RejectionCode.CrewTooSmall, RejectionCode.NotAvailable], Assert.Single(ranked.Rejections).Reasons.Select(reason => reason.Code));
        Assert.Equal("Geen eenheid in dienst is vrij en bevoegd. Zie de redenen per eenheid; vraag zo nodig de politie om hulp.", ranked.Shortfall);
    }

    [Fact]
    public void Nobody_on_duty_is_a_shortfall_of_its_own() =>
        Assert.Equal("Er is geen eenheid in dienst. Vraag de teamleider of de politie om hulp.", Rank().Shortfall);

    [Fact]
    public void No_more_than_asked_for_are_picked_and_that_is_no_shortfall()
    {
        var ranked = UnitRanking.Rank(Given.Incident(), Given.Parking, [Given.Candidate(Given.Unit("b-1"), Near), Given.Candidate(Given.Unit("b-2"), Near)], 1, Given.Now);

        Assert.Equal(("B-1", ""), (Assert.Single(ranked.Picks).CallSign, ranked.Shortfall));
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

    private static UnitRecommendation Rank(params Candidate[] candidates) => UnitRanking.Rank(Given.Incident(), Given.Parking, candidates, 10, Given.Now);
}
