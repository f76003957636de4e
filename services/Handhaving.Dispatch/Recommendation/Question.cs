using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation.Travel;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>How much a caller wants to be told.</summary>
/// <param name="Limit">Units to show.</param>
/// <param name="Wanted">Units that the incident needs.</param>
/// <param name="MostRejections">Rejected units to show, the nearest; of the others only counts.</param>
public sealed record Wish(AssignmentRole Role, int Limit, int Wanted, int MostRejections)
{
    public const int UsualLimit = 5;
    public const int MostRejected = 200;
}

/// <summary>All that a recommendation depends on beside the units themselves.</summary>
public sealed record Question(Incident Incident, TaskDemand Demand, Reach Reach, RecommendationTerms Terms, Wish Wish, DateTimeOffset Now)
{
    public Point? Place => Incident.Place.IsKnown ? Incident.Place.Point : null;

    public TravelTime TravelOf(FleetUnit unit, Fix? fix) => Place is { } place ? TravelTime.Between(unit.PlaceAt(fix, Now), place, unit.Unit.Kind) : TravelTime.Unknown;

    /// <summary>What is asked of one unit: it has its way to go first.</summary>
    public TaskDemand DemandOn(TravelTime travel) => Demand with { Travel = travel.Time };
}
