namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>Why a shift of somebody is liked or not.</summary>
public enum SoftTerm
{
    /// <summary>The person asked for it.</summary>
    Wish,

    /// <summary>Nights, weekends and Sundays divided over people and the year.</summary>
    Fairness,

    /// <summary>The team's own people first.</summary>
    Team,

    /// <summary>District officers (wijkagenten) in their own district.</summary>
    District,

    /// <summary>What was published stays.</summary>
    Change,
}
