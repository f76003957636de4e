namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>Where a team drives.</summary>
public sealed record PatrolArea
{
    /// <summary>Square-root law (Larson 1972; Kolesar and Blum 1973): mean distance to the nearest of n units spread at random over A is 0.627 sqrt(A / n) along a grid of streets.</summary>
    public const double GridDistanceFactor = 0.627;

    /// <param name="squareKilometers">A: the area of the team.</param>
    /// <param name="streetKilometers">Street that is patrolled.</param>
    /// <param name="travelKilometersPerHour">Speed towards a call.</param>
    /// <param name="patrolKilometersPerHour">Speed on patrol.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">NUMBER_NOT_POSITIVE.</exception>
    public PatrolArea(double squareKilometers, double streetKilometers, double travelKilometersPerHour, double patrolKilometersPerHour)
    {
        QueueingRules.RequirePositive(squareKilometers, "squareKilometers");
        QueueingRules.RequirePositive(streetKilometers, "streetKilometers");
        QueueingRules.RequirePositive(travelKilometersPerHour, "travelKilometersPerHour");
        QueueingRules.RequirePositive(patrolKilometersPerHour, "patrolKilometersPerHour");
        (SquareKilometers, StreetKilometers, TravelKilometersPerHour, PatrolKilometersPerHour) = (squareKilometers, streetKilometers, travelKilometersPerHour, patrolKilometersPerHour);
    }

    public double SquareKilometers { get; }

    public double StreetKilometers { get; }

    public double TravelKilometersPerHour { get; }

    public double PatrolKilometersPerHour { get; }

    internal double TravelSeconds(int free) => GridDistanceFactor * Math.Sqrt(SquareKilometers / free) / TravelKilometersPerHour * 3600;
}
