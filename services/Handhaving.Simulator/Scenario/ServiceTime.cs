namespace Handhaving.Simulator.Scenario;

/// <summary>How long something takes: log-normal with this median and sigma, cut at its 99.5th percentile.</summary>
public readonly record struct ServiceTime(double MedianSeconds, double Sigma)
{
    /// <summary>99.5th percentile of the standard normal.</summary>
    private const double Cut = 2.5758;

    /// <summary>From picking up the phone to the report being recorded.</summary>
    public static ServiceTime Entry { get; } = new(60, 0.87);

    /// <summary>From the offer to the crew's answer.</summary>
    public static ServiceTime Acknowledge { get; } = new(3.4, 1.54);

    /// <summary>Longest duration that is ever drawn.</summary>
    public TimeSpan Longest => At(Cut);

    /// <summary>Draws one; what lies past the cut is drawn again.</summary>
    public TimeSpan Sample(Chance chance)
    {
        double z;
        do z = chance.Normal(); while (z > Cut);
        return At(z);
    }

    private TimeSpan At(double z) => TimeSpan.FromSeconds(MedianSeconds * Math.Exp(Sigma * z));
}
