using Handhaving.Capacity.Queueing.Loads;

namespace Handhaving.Capacity.Queueing.Patrols;

/// <summary>What a number of planned units gives. Effective units are seldom whole: the truth lies between floor and ceiling.</summary>
/// <param name="Units">Planned and effective units.</param>
/// <param name="PatrolShare">Share of the planned time left for patrol, after calls and other work; 0 to 1.</param>
/// <param name="AtFloor">The cautious reading, held against targets; null = unstable or nobody.</param>
/// <param name="AtCeiling">The hopeful reading; null = unstable or nobody.</param>
public sealed record PatrolForecast(EffectiveUnits Units, double PatrolShare, PatrolMeasures? AtFloor, PatrolMeasures? AtCeiling)
{
    /// <summary>Call to arrival, between floor and ceiling as the effective units are; null = unstable.</summary>
    public double? MeanResponseSeconds => (AtFloor, AtCeiling) is ({ } floor, { } ceiling)
        ? floor.MeanResponseSeconds + (Units.Exact - Units.Floor) * (ceiling.MeanResponseSeconds - floor.MeanResponseSeconds)
        : null;
}
