using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Positions;

/// <summary>Positions on the wire.</summary>
internal static class PositionWire
{
    public static UnitFix FromWire(V1.UnitFix wire) => new(
        UnitName.Parse(wire.Unit),
        new Fix(
            new Point(wire.Fix.Position.Latitude, wire.Fix.Position.Longitude),
            wire.Fix.FixTime.ToDateTimeOffset(),
            wire.Fix.AccuracyMeters,
            wire.Fix.HasHeadingDegrees ? wire.Fix.HeadingDegrees : null,
            wire.Fix.Source is V1.FixSource.Unspecified ? FixSource.Device : (FixSource)wire.Fix.Source));

    public static V1.FixRefusal ToWire((int Index, FixProblem Problem) refusal) => new() { Index = refusal.Index, Reason = NameOf(refusal.Problem) };

    private static string NameOf(FixProblem problem) => problem switch
    {
        FixProblem.UnknownUnit => "UNKNOWN_UNIT",
        FixProblem.NotOnDuty => "NOT_ON_DUTY",
        FixProblem.OlderThanLast => "OLDER_THAN_LAST",
        FixProblem.InTheFuture => "IN_THE_FUTURE",
        FixProblem.ImpossibleSpeed => "IMPOSSIBLE_SPEED",
        FixProblem.OutsideRegion => "OUTSIDE_REGION",
        FixProblem.LowerPrecedence => "LOWER_PRECEDENCE",
        FixProblem.TooInaccurate => "TOO_INACCURATE",
        FixProblem.NotYourUnit => "NOT_YOUR_UNIT",
        FixProblem.BeforeDuty => "BEFORE_DUTY",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "Not a problem of a fix."),
    };
}
