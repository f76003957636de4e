namespace Handhaving.Simulator.Scenario;

/// <summary>How a crew answers offers.</summary>
public enum CrewAnswer
{
    /// <summary>Takes the job.</summary>
    Accept,

    /// <summary>Refuses it with a reason.</summary>
    Decline,

    /// <summary>Does not answer in time.</summary>
    Silent,
}

/// <summary>What one unit is like for a whole evening: how often it declines and how often it does not answer.</summary>
public sealed record Temperament(double DeclineShare, double SilentShare)
{
    /// <summary>Draws the temperament of a unit.</summary>
    public static Temperament Draw(int seed, string unit)
    {
        var chance = new Chance(seed, $"temperament/{unit}");
        return new(0.08 * chance.Next(), 0.04 * chance.Next());
    }

    /// <summary>Draws the answer to one offer.</summary>
    public CrewAnswer Answer(Chance chance)
    {
        var draw = chance.Next();
        if (draw < DeclineShare)
            return CrewAnswer.Decline;
        return draw < DeclineShare + SilentShare ? CrewAnswer.Silent : CrewAnswer.Accept;
    }
}
