using System.Text.Json;
using CsCheck;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Ranking;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>The index brings what judging every unit brings, whatever happened to the units before.</summary>
public sealed class FleetSearchTests
{
    private static readonly string[] Areas = ["0888", "0971", "0882"];

    private static readonly Gen<Point> Places = Gen.Frequency(
        (5, Gen.Select(Gen.Double[50.90, 51.00], Gen.Double[5.75, 5.90], (latitude, longitude) => new Point(latitude, longitude))),
        (1, Gen.Select(Gen.Double[50.62, 53.78], Gen.Double[3.22, 7.38], (latitude, longitude) => new Point(latitude, longitude))),
        (1, Gen.Const(Given.Market)));

    private static readonly Gen<FleetUnit> Units =
        from number in Gen.Int[0, 39]
        from home in Places
        from kind in Gen.OneOf(UnitKind.Foot, UnitKind.Bike, UnitKind.Car)
        from area in Gen.OneOf(Areas)
        from domain in Gen.OneOf(CompetenceDomain.PublicSpace, CompetenceDomain.PublicSpace, CompetenceDomain.Environment)
        from activity in Gen.OneOf(UnitActivity.Available, UnitActivity.Patrolling, UnitActivity.Break)
        from ends in Gen.OneOf<int?>(null, null, -1, 0, 4, 300)
        from use in Gen.OneOf(SlotUse.None, SlotUse.None, SlotUse.Offered, SlotUse.Committed, SlotUse.Interruptible)
        from priority in Gen.Int[1, 5]
        from onIt in Gen.Int[0, 5]
        from jobs in Gen.Int[0, 2]
        select Make(number, home, kind, area, domain) is var unit
            ? new FleetUnit(unit with { Duty = unit.Duty with { Activity = activity, EndsAt = ends is { } minutes ? Given.Now.AddMinutes(minutes) : null } }, Fleets.Team, area)
            {
                Slot = use is SlotUse.None ? null : new(new AssignmentName(onIt == 0 ? Given.Name : new IncidentName(area, Given.Id(77)), Given.Id(78)), use, priority),
                JobsDone = jobs,
                LastJobEndedAt = jobs == 0 ? null : Given.Now.AddMinutes(-10 * jobs),
            }
            : throw new InvalidOperationException();

    private static readonly Gen<(FleetUnit Unit, Point At, int SecondsAgo, int Act)> Steps = Gen.Select(Units, Places, Gen.OneOf(-20, 3, 90, 1799, 1800, 1801, 1805, 4000), Gen.Int[0, 9]);

    private static readonly Gen<Question> Questions =
        from place in Places
        from known in Gen.Int[0, 9]
        from priority in Gen.Int[1, 5]
        from everywhere in Gen.Bool
        from limit in Gen.Int[1, 8]
        from rejections in Gen.Int[1, 12]
        from later in Gen.Int[0, 8]
        from stay in Gen.OneOf(0, 0, 4, 30)
        select Staying(stay, Fleets.Ask(priority: priority, reach: everywhere ? Fleets.Everywhere : Fleets.Region, limit: limit, rejections: rejections, incident: Given.Incident() with
        {
            Place = known == 0 ? Place.Nowhere : new(place, 5, ""),
            Assignments = [Given.Assignment(AssignmentState.OnScene) with { Unit = Make(1, place, UnitKind.Car, "0888", CompetenceDomain.PublicSpace).Name }],
        }) with { Now = Given.Now.AddSeconds(later) });

    private static Question Staying(int minutes, Question question) => question with { Demand = question.Demand with { Stay = TimeSpan.FromMinutes(minutes) } };

    [Fact]
    public void Whatever_units_did_the_index_answers_as_judging_each_of_them_does() => Gen.Select(Steps.List[0, 120], Questions.List[1, 6]).Sample((steps, questions) =>
    {
        var positions = new UnitPositions(TimeSpan.FromSeconds(60));
        using var fleet = new UnitFleet(positions);
        var search = new FleetSearch(fleet);
        Dictionary<UnitName, FleetUnit> known = [];
        foreach (var (step, index) in steps.Select((step, index) => (step, index)))
        {
            Take(step, positions, fleet, known);
            if (index % 40 == 20) search.Find(questions[0] with { Now = Given.Now }, 3); // verdicts and counts are kept over what follows
        }

        foreach (var question in questions.OrderBy(question => question.Now))
        {
            var found = UnitRanking.Rank(question, search.Find(question, question.Wish.Limit), Given.Id(9), "centralist-1");
            var forced = Fleets.RankByForce(question, [.. known.Values.Select(unit => (unit, positions.LastOf(unit.Unit.Name)))]);
            Assert.Equal(Write(forced), Write(found));
        }
    }, iter: 100);

    [Fact]
    public void Ten_thousand_units_that_all_fit_are_answered_as_judging_each_of_them_does()
    {
        var random = new Random(5);
        var units = Enumerable.Range(0, 10_000).Select(number =>
            (Fleets.Of(Given.Unit($"u-{number:00000}")), (Fix?)Fleets.Fix(new(50.8 + random.NextDouble() * 0.3, 5.7 + random.NextDouble() * 0.4), random.Next(5, 100)))).ToList();
        var positions = new UnitPositions(TimeSpan.FromSeconds(60));
        using var filled = Fleets.Filled(positions, units);
        var search = new FleetSearch(filled);

        for (var asked = 0; asked < 40; asked++)
        {
            var question = Fleets.Ask(limit: 5, incident: Given.Incident() with { Place = new(new(50.8 + random.NextDouble() * 0.3, 5.7 + random.NextDouble() * 0.4), 5, "") });
            Assert.Equal(Write(Fleets.RankByForce(question, units)), Write(UnitRanking.Rank(question, search.Find(question, 5), Given.Id(9), "centralist-1")));
        }
    }

    private static void Take((FleetUnit Unit, Point At, int SecondsAgo, int Act) step, UnitPositions positions, UnitFleet fleet, Dictionary<UnitName, FleetUnit> known)
    {
        var name = step.Unit.Unit.Name;
        if (step.Act == 0)
        {
            fleet.Replace([name], []);
            known.Remove(name);
            positions.Forget(name);
            return;
        }
        if (step.Act < 6)
        {
            fleet.Replace([name], [step.Unit]);
            known[name] = step.Unit;
        }
        if (step.Act > 3) positions.Take(name, Fleets.Fix(step.At, step.SecondsAgo));
    }

    private static UnitOnDuty Make(int number, Point home, UnitKind kind, string area, CompetenceDomain domain) =>
        Given.Unit($"u-{number}", kind: kind, home: home, crew: [[Given.Appointment(domain, Areas)]]) with { Name = new UnitName($"municipalities/{area}/units/u-{number}"), SignedOnAt = Given.Now.AddSeconds(-3000) };

    private static string Write(UnitRecommendation recommendation) => JsonSerializer.Serialize(recommendation, MessageJson.Options);
}
