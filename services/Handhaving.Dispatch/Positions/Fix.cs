using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Positions;

/// <summary>Where a position comes from, the most trusted first.</summary>
public enum FixSource { Device = 1, Vehicle, Radio, Said }

/// <summary>A position of a unit with its time by the device's clock.</summary>
/// <param name="Source">The version before this one shares positions without it: they are the device's.</param>
public sealed record Fix(Point Point, DateTimeOffset At, double AccuracyMeters, double? HeadingDegrees, FixSource Source = FixSource.Device);

/// <summary>A position on its way in.</summary>
public sealed record UnitFix(UnitName? Unit, Fix Fix);

/// <summary>Why a position is not taken.</summary>
public enum FixProblem { UnknownUnit = 1, NotOnDuty, OlderThanLast, InTheFuture, ImpossibleSpeed, OutsideRegion, LowerPrecedence, TooInaccurate, NotYourUnit, BeforeDuty }

/// <summary>What became of a batch.</summary>
public sealed record FixOutcome(int Accepted, IReadOnlyList<(int Index, FixProblem Problem)> Refusals);

/// <summary>Which positions can be true: the newest wins, and nobody drives faster than a unit can.</summary>
public static class FixRules
{
    /// <summary>Clocks of devices may run ahead by so much.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(60);

    /// <summary>70 m/s is 252 km/h: above what a police car drives.</summary>
    public const double FastestMetersPerSecond = 70;

    /// <summary>Less certain than this says nothing of use about where a unit is.</summary>
    public const double LeastAccuracyMeters = 1000;

    /// <summary>So much of a claimed doubt explains a jump: the claim is the sender's, the speed limit is not.</summary>
    public const double MostDoubtMeters = 200;

    /// <summary>A lower source does not replace a higher one that is younger than this.</summary>
    public static readonly TimeSpan PrecedenceHolds = TimeSpan.FromSeconds(60);

    /// <summary>A crew that has just signed on may have a device whose clock runs behind by so much.</summary>
    public static readonly TimeSpan DutyTolerance = TimeSpan.FromSeconds(5);

    /// <summary>Where somebody was before the duty is private. A position of the moment before counts as of the sign-on, so that nothing older than the duty is kept or shown;
    /// a millionth of the time between two such positions keeps them in their order.</summary>
    /// <returns>Null when it is refused as BEFORE_DUTY.</returns>
    public static Fix? OnDuty(Fix fix, DateTimeOffset signedOnAt)
    {
        if (fix.At >= signedOnAt) return fix;
        var late = fix.At - (signedOnAt - DutyTolerance);
        return late < TimeSpan.Zero ? null : fix with { At = signedOnAt + late / 1_000_000 };
    }

    /// <summary>What a unit was known by before it came on duty says nothing of it now: a replica, or Redis, may hold it a moment longer.</summary>
    public static Fix? OfThisDuty(Fix? last, DateTimeOffset signedOnAt) => last is not null && last.At >= signedOnAt ? last : null;

    public static FixProblem? ProblemOf(Fix fix, Fix? last, DateTimeOffset now)
    {
        if (!fix.Point.IsInTheNetherlands) return FixProblem.OutsideRegion;
        if (fix.AccuracyMeters > LeastAccuracyMeters) return FixProblem.TooInaccurate;
        if (fix.At > now + ClockTolerance) return FixProblem.InTheFuture;
        if (last is null) return null;
        if (fix.At <= last.At) return FixProblem.OlderThanLast;
        if (fix.Source > last.Source && now - last.At < PrecedenceHolds) return FixProblem.LowerPrecedence;
        var seconds = (fix.At - last.At).TotalSeconds;
        var certain = Math.Max(0, last.Point.MetersTo(fix.Point) - DoubtOf(last) - DoubtOf(fix));
        return certain > 100 && certain / seconds > FastestMetersPerSecond ? FixProblem.ImpossibleSpeed : null;
    }

    private static double DoubtOf(Fix fix) => Math.Min(fix.AccuracyMeters, MostDoubtMeters);
}
