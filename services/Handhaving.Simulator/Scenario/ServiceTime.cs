namespace Handhaving.Simulator.Scenario;

/// <summary>How long something takes: log-normal with this median and sigma, cut at its 99.5th percentile.</summary>
/// <remarks>All figures are aggregates of a US city emergency centre, 14,288 incidents in 56 days. Queue and call-to-arrival follow from the play, they are not drawn.</remarks>
public readonly record struct ServiceTime(double MedianSeconds, double Sigma)
{
    /// <summary>99.5th percentile of the standard normal.</summary>
    private const double Cut = 2.5758;

    /// <summary>From picking up the phone to the report being recorded: p50/p90/p95 60/182/256 s.</summary>
    public static ServiceTime Entry { get; } = new(60, 0.87);

    /// <summary>From the offer to the crew's answer: 3.4/23/46 s.</summary>
    public static ServiceTime Acknowledge { get; } = new(3.4, 1.54);

    /// <summary>On scene at what an enforcement officer does (parking, noise, disorder, animals, assistance): 15/76/143 min.</summary>
    public static ServiceTime OnScene { get; } = new(15 * 60, 1.32);

    /// <summary>On scene at a parking report: 9.3/41/53 min.</summary>
    public static ServiceTime Parking { get; } = new(9.3 * 60, 1.11);

    /// <summary>On scene at noise: 7/21/31 min.</summary>
    public static ServiceTime Noise { get; } = new(7 * 60, 0.88);

    /// <summary>On scene at a stop in traffic: 7.6/23/41 min.</summary>
    public static ServiceTime Traffic { get; } = new(7.6 * 60, 0.94);

    /// <summary>From arrival to close of what is the police's: 1,562/12,159/18,352 s.</summary>
    public static ServiceTime Police { get; } = new(1_562, 1.55);

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
