namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Why a district gets surveillance hours of a theme.</summary>
public enum PatrolCause
{
    /// <summary>Calls of the theme came from it.</summary>
    Calls = 1,

    /// <summary>No call did, and it has a norm of presence.</summary>
    Norm,

    /// <summary>No call did, and the theme names it.</summary>
    Theme,

    /// <summary>No call of the theme came from anywhere: it shares evenly.</summary>
    Evenly,
}

/// <summary>Surveillance hours for a theme in a district.</summary>
public sealed record AreaPatrol(string Area, double Hours, PatrolCause Cause);

/// <summary>What districts ask beside their calls.</summary>
/// <param name="Below">Those in which units were shorter than the norm of presence.</param>
/// <param name="NormMinutes">Minutes of presence that the norms of a day ask, above 0, by district.</param>
public sealed record DistrictNeeds(IReadOnlySet<string> Below, IReadOnlyDictionary<string, int> NormMinutes);
