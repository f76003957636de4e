namespace Handhaving.Capacity.Triangle.Options;

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
