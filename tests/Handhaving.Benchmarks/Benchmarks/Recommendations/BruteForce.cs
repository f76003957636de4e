using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.Units;
using Handhaving.Geo.V1;

namespace Handhaving.Benchmarks.Benchmarks.Recommendations;

/// <summary>The right answer by looking at every unit: all are free and fresh, so that those whose officers may act there come by their travel time.</summary>
/// <remarks>Times within one step count as equal, and finer reasons decide; those are proven by dispatch's own tests.</remarks>
internal sealed class BruteForce(IReadOnlyList<FleetUnit> fleet, IReadOnlyDictionary<string, Position> places)
{
    /// <summary>As dispatch.travel-step-seconds says where nobody decided otherwise.</summary>
    private const int StepSeconds = 30;

    public Expected For(string municipality, Point incident, int count)
    {
        var seconds = fleet.Where(unit => Region.IsOfFirstTeam(unit.Municipality) == Region.IsOfFirstTeam(municipality))
            .ToDictionary(unit => unit.Name, unit => TravelTime.Between(new(places[unit.Name].Latitude, places[unit.Name].Longitude), incident, (UnitKind)unit.Kind).Seconds);
        return new(seconds, [.. seconds.Values.Select(Step).Order().Take(count)]);
    }

    /// <summary>Names of what is nearest in a straight line, whoever it is.</summary>
    public static IReadOnlySet<string> Nearest(IReadOnlyDictionary<string, Position> places, Point from, int count) =>
        places.OrderBy(place => new Point(place.Value.Latitude, place.Value.Longitude).MetersTo(from)).Take(count).Select(place => place.Key).ToHashSet();

    private static int Step(int seconds) => seconds / StepSeconds;

    /// <summary>What an answer must be.</summary>
    /// <param name="Seconds">Travel time of each unit that may be sent.</param>
    /// <param name="Steps">The soonest, in order.</param>
    internal sealed record Expected(IReadOnlyDictionary<string, int> Seconds, IReadOnlyList<int> Steps)
    {
        /// <summary>Whether these are units that may be sent, with their times, and no others would be there a step sooner.</summary>
        public bool Is(IEnumerable<(string Unit, int Seconds)> picks)
        {
            var given = picks.ToList();
            return given.TrueForAll(pick => Seconds.GetValueOrDefault(pick.Unit, -1) == pick.Seconds) && given.Select(pick => Step(pick.Seconds)).SequenceEqual(Steps) && given.Distinct().Count() == Steps.Count;
        }
    }
}
