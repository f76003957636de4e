namespace Handhaving.Capacity.Queueing.Loads;

/// <summary>Planned units that count less, as they are often tied up by other work: planned x availability.</summary>
public sealed record EffectiveUnits
{
    private const double Rounding = 1e-9;

    /// <param name="planned">Units on the roster, 0 or more.</param>
    /// <param name="availability">Share of their time that is for calls and patrol, above 0 and at most 1.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">COUNT_OUT_OF_RANGE, AVAILABILITY_OUT_OF_RANGE.</exception>
    public EffectiveUnits(int planned, double availability)
    {
        QueueingRules.RequireCount(planned, 0, ErlangB.MaximumUnits, "planned");
        QueueingRules.Availability.Require(availability is > 0 and <= 1);
        (Planned, Availability, Exact) = (planned, availability, planned * availability);
        (Floor, Ceiling) = ((int)Math.Floor(Exact + Rounding), (int)Math.Ceiling(Exact - Rounding));
    }

    public int Planned { get; }

    public double Availability { get; }

    public double Exact { get; }

    /// <summary>Whole units below: the cautious reading.</summary>
    public int Floor { get; }

    /// <summary>Whole units above: the hopeful reading; the same as the floor when the product is whole.</summary>
    public int Ceiling { get; }
}
