using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.Acts;
using Handhaving.Dispatch.Tests.Areas;

namespace Handhaving.Dispatch.Tests.Places;

/// <summary>What the one who moves an incident is told.</summary>
public sealed class MoveConsequencesTests
{
    private static readonly Place Elsewhere = new(new(50.941, 5.801), 10, "Stationsstraat");

    [Fact]
    public void Units_on_the_way_to_the_old_place_are_named_and_those_that_ended_are_not()
    {
        var declined = Given.Incident().Offered(1).Decline(Given.AssignmentName(1), Given.Act(2, "te ver")).Accepted(2);

        var told = MoveConsequences.Of(declined.MoveTo(Elsewhere, Given.Act(3)), AreaMap.Empty);

        Assert.Equal(
            ["De nieuwe plaats is niet op een kaart nagekeken: de regels van gemeente 0888 blijven gelden.", "Eenheid B-2 is ingezet op de oude plaats: geef de nieuwe door, of kies een eenheid die dichterbij is."],
            told);
    }

    [Fact]
    public void Of_a_unit_that_did_not_answer_yet_no_more_is_said_than_that_it_has_an_offer() => Assert.Contains(
        "Eenheid B-1 heeft een aanbod voor de melding op de oude plaats: geef de nieuwe door, of kies een eenheid die dichterbij is.",
        MoveConsequences.Of(Given.Incident().Offered().MoveTo(Elsewhere, Given.Act(3)), AreaMap.Empty));

    [Fact]
    public void The_municipality_is_named_as_on_the_map() => Assert.Equal(
        ["De nieuwe plaats is niet op een kaart nagekeken: de regels van gemeente Beek blijven gelden."],
        MoveConsequences.Of(Given.Incident().MoveTo(Elsewhere, Given.Act(3)), Maps.Of([new("0888", "Beek", AreaKind.Municipality, "0888", null, new NetTopologySuite.Geometries.Point(0, 0))])));

    [Fact]
    public void Within_the_same_district_only_the_rules_are_named()
    {
        var path = new AreaPath("0888", "WK0888D1", null);
        var moved = (Given.Incident() with { Place = new Place(Given.Market, 10, "Markt") { Area = path } }).MoveTo(Elsewhere with { Area = path }, Given.Act(1));

        Assert.Equal(["De regels van gemeente 0888 gelden: daar ligt de nieuwe plaats."], MoveConsequences.Of(moved, AreaMap.Empty));
    }
}
