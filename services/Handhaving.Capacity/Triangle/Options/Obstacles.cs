namespace Handhaving.Capacity.Triangle.Options;

/// <summary>Why an option cannot be carried out.</summary>
public enum Obstacle
{
    /// <summary>More people would be promised than can be rostered.</summary>
    BeyondStrength = 1,

    /// <summary>More is promised already than there is, and that was not decided about yet.</summary>
    AlreadyShort,

    /// <summary>It would take people that are not free.</summary>
    NotFree,

    /// <summary>Nobody is free in all blocks.</summary>
    NothingFree,

    /// <summary>There is no time within fourteen days at which all are free.</summary>
    NoOtherTime,

    /// <summary>Nothing is asked: strength dropped below what is promised.</summary>
    NothingAsked,
}

/// <summary>What obstacles are called in sentences.</summary>
internal static class Obstacles
{
    public static (string, string)[] WordsOf(Obstacle? obstacle) => obstacle switch
    {
        null => [],
        Obstacle.BeyondStrength => [("obstacle", "more people than can be rostered"), ("obstacleLabel", "er zijn niet zoveel mensen inplanbaar")],
        Obstacle.AlreadyShort => [("obstacle", "more is promised already than there is"), ("obstacleLabel", "er is al meer toegezegd dan er is")],
        Obstacle.NotFree => [("obstacle", "the people are not free"), ("obstacleLabel", "de mensen zijn niet vrij")],
        Obstacle.NothingFree => [("obstacle", "nobody is free in all blocks"), ("obstacleLabel", "er is niemand de hele tijd vrij")],
        Obstacle.NoOtherTime => [("obstacle", "no other time within fourteen days"), ("obstacleLabel", "binnen veertien dagen is er geen ander moment")],
        Obstacle.NothingAsked => [("obstacle", "nothing is asked, strength dropped"), ("obstacleLabel", "er wordt niets gevraagd, er zijn mensen uitgevallen")],
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, null),
    };
}
