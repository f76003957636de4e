using Handhaving.Simulator.Scenario;

namespace Handhaving.Simulator.Actors.Units;

/// <summary>How a crew answers offers.</summary>
public enum CrewAnswer
{
    /// <summary>Takes the job.</summary>
    Accept,

    /// <summary>Refuses it with a reason.</summary>
    Decline,

    /// <summary>Does not answer; the desk takes the offer back.</summary>
    Silent,

    /// <summary>Answers only after the offer has ended by itself.</summary>
    Late,
}

/// <summary>What one unit is like for a whole evening: how often it declines, does not answer, and answers too late. Not measured anywhere we know: our own reckoning.</summary>
public sealed record Temperament(double DeclineShare, double SilentShare, double LateShare)
{
    /// <summary>Draws the temperament of a unit.</summary>
    public static Temperament Draw(int seed, string unit)
    {
        var chance = new Chance(seed, $"temperament/{unit}");
        return new(0.08 * chance.Next(), 0.04 * chance.Next(), 0.02 * chance.Next());
    }

    /// <summary>Draws the answer to one offer.</summary>
    public CrewAnswer Answer(Chance chance)
    {
        var draw = chance.Next();
        if (draw < DeclineShare)
            return CrewAnswer.Decline;
        if (draw < DeclineShare + SilentShare)
            return CrewAnswer.Silent;
        return draw < DeclineShare + SilentShare + LateShare ? CrewAnswer.Late : CrewAnswer.Accept;
    }
}
