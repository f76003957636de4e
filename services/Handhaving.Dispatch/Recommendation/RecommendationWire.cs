using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>A recommendation on the wire.</summary>
internal static class RecommendationWire
{
    public static V1.RecommendUnitsResponse ToWire(UnitRecommendation recommendation) => new()
    {
        Picks = { recommendation.Picks.Select(ToWire) },
        Rejections = { recommendation.Rejections.Select(ToWire) },
        ComputeTime = Timestamp.FromDateTimeOffset(recommendation.ComputedAt),
        Shortfall = recommendation.Shortfall,
    };

    private static V1.UnitPick ToWire(Pick pick) => new()
    {
        Unit = pick.Unit.Value,
        CallSign = pick.CallSign,
        TravelSeconds = pick.TravelSeconds,
        DistanceMeters = pick.DistanceMeters,
        StaleFix = pick.StaleFix,
        Factors = { pick.Factors },
    };

    private static V1.UnitRejection ToWire(Rejected rejected) => new()
    {
        Unit = rejected.Unit.Value,
        CallSign = rejected.CallSign,
        Reasons = { rejected.Reasons.Select(reason => new V1.RejectionReason { Code = CodeOf(reason.Code), Text = reason.Text }) },
    };

    private static string CodeOf(RejectionCode code) => code switch
    {
        RejectionCode.DomainMissing => "DOMAIN_MISSING",
        RejectionCode.TerritoryMissing => "TERRITORY_MISSING",
        RejectionCode.AppointmentExpired => "APPOINTMENT_EXPIRED",
        RejectionCode.CrewTooSmall => "CREW_TOO_SMALL",
        RejectionCode.NotAvailable => "NOT_AVAILABLE",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a reason of rejection."),
    };
}
