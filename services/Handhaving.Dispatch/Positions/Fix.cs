using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Positions;

/// <summary>A position of a unit with its time by the device's clock.</summary>
public sealed record Fix(Point Point, DateTimeOffset At, double AccuracyMeters, double? HeadingDegrees);

/// <summary>A position on its way in.</summary>
public sealed record UnitFix(UnitName? Unit, Fix Fix);

/// <summary>Why a position is not taken.</summary>
public enum FixProblem { UnknownUnit = 1, NotOnDuty, OlderThanLast, InTheFuture, ImpossibleSpeed, OutsideRegion }

/// <summary>What became of a batch.</summary>
public sealed record FixOutcome(int Accepted, IReadOnlyList<(int Index, FixProblem Problem)> Refusals);

/// <summary>Which positions can be true: the newest wins, and nobody drives faster than a unit can.</summary>
public static class FixRules
{
    /// <summary>Clocks of devices may run ahead by so much.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(60);

    /// <summary>70 m/s is 252 km/h: above what a police car drives.</summary>
    public const double FastestMetersPerSecond = 70;

    public static FixProblem? ProblemOf(Fix fix, Fix? last, DateTimeOffset now)
    {
        if (!fix.Point.IsInTheNetherlands) return FixProblem.OutsideRegion;
        if (fix.At > now + ClockTolerance) return FixProblem.InTheFuture;
        if (last is null) return null;
        if (fix.At <= last.At) return FixProblem.OlderThanLast;
        var seconds = (fix.At - last.At).TotalSeconds;
        var certain = Math.Max(0, last.Point.MetersTo(fix.Point) - last.AccuracyMeters - fix.AccuracyMeters);
        return certain > 100 && certain / seconds > FastestMetersPerSecond ? FixProblem.ImpossibleSpeed : null;
    }
}
