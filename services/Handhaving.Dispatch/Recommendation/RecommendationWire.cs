using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>A recommendation on the wire.</summary>
internal static class RecommendationWire
{
    public static Wish FromWire(V1.RecommendUnitsRequest request)
    {
        var wanted = Math.Max(1, request.WantedCount);
        return new(AssignmentRpc.RoleOf(request.Role), Math.Max(wanted, request.Limit == 0 ? Wish.UsualLimit : request.Limit), wanted, request.RejectionLimit == 0 ? Wish.MostRejected : request.RejectionLimit);
    }

    public static V1.RecommendUnitsResponse ToWire(IncidentName incident, UnitRecommendation recommendation) => new()
    {
        Name = NameOf(incident, recommendation),
        Picks = { recommendation.Picks.Select(ToWire) },
        Rejections = { recommendation.Rejections.Select(ToWire) },
        ComputeTime = Timestamp.FromDateTimeOffset(recommendation.ComputedAt),
        Shortfall = recommendation.Shortage?.Text ?? "",
        ConsideredCount = recommendation.Considered,
        RejectionCount = recommendation.RejectedCount,
        RejectionReasons = { recommendation.Reasons.Select(ToWire) },
        ShortfallDetail = ShortfallOf(recommendation),
    };

    /// <summary>As it was kept.</summary>
    public static V1.Recommendation KeptToWire(IncidentName incident, UnitRecommendation recommendation)
    {
        var wire = new V1.Recommendation
        {
            Name = NameOf(incident, recommendation),
            ComputeTime = Timestamp.FromDateTimeOffset(recommendation.ComputedAt),
            Picks = { recommendation.Picks.Select(ToWire) },
            Rejections = { recommendation.Rejections.Select(ToWire) },
            ConsideredCount = recommendation.Considered,
            RejectionCount = recommendation.RejectedCount,
            RejectionReasons = { recommendation.Reasons.Select(ToWire) },
            ShortfallDetail = ShortfallOf(recommendation),
        };
        if (recommendation.Inputs is not { } inputs) return wire;
        (wire.Requester, wire.IncidentEtag, wire.Type, wire.Priority) = (inputs.AskedBy, IncidentWire.EtagOf(inputs.IncidentVersion), inputs.Type, inputs.Priority);
        (wire.Role, wire.Limit, wire.WantedCount) = ((V1.AssignmentRole)inputs.Wish.Role, inputs.Wish.Limit, inputs.Wish.Wanted);
        wire.Reach = inputs.CrossesBorders ? V1.SearchReach.All : V1.SearchReach.Region;
        if (inputs.Place is { } place) wire.Position = new() { Latitude = place.Latitude, Longitude = place.Longitude };
        return wire;
    }

    private static string NameOf(IncidentName incident, UnitRecommendation recommendation) => $"{incident.Value}/recommendations/{recommendation.Id}";

    public static V1.UnitPick ToWire(Pick pick) => new()
    {
        Unit = pick.Unit.Value,
        CallSign = pick.CallSign,
        TravelSeconds = pick.TravelSeconds,
        DistanceMeters = pick.DistanceMeters,
        StaleFix = pick.StaleFix,
        Factors = { pick.Factors },
        TravelSource = (V1.TravelSource)pick.Source, // the same numbers, kept so by a contract test
        Interrupts = pick.Interrupts ?? "",
        BorrowFrom = pick.Borrowed?.From ?? "",
        HoldUntilTime = ToWire(pick.Borrowed?.HoldUntil),
    };

    private static V1.UnitRejection ToWire(Rejected rejected) => new()
    {
        Unit = rejected.Unit.Value,
        CallSign = rejected.CallSign,
        Reasons = { rejected.Reasons.Select(reason => new V1.RejectionReason { Code = RejectionCodes.NameOf(reason.Code), Text = reason.Text }) },
        BorrowFrom = rejected.BorrowFrom ?? "",
        TravelSeconds = rejected.TravelSeconds,
    };

    private static V1.ReasonCount ToWire(ReasonCount reason) => new() { Code = RejectionCodes.NameOf(reason.Code), UnitCount = reason.Units };

    private static V1.Shortfall? ShortfallOf(UnitRecommendation recommendation) => recommendation.Shortage is not { } missing ? null : new()
    {
        WantedCount = missing.Wanted,
        FoundCount = missing.Found,
        Text = missing.Text,
        Reasons = { recommendation.Reasons.Select(ToWire) },
        WaysOut = { missing.WaysOut.Select(ToWire) },
    };

    private static V1.WayOut ToWire(WayOut way) => new() { Kind = (V1.WayOutKind)way.Kind, UnitCount = way.Units, Text = way.Text, HoldUntilTime = ToWire(way.HoldUntil) };

    private static Timestamp? ToWire(DateTimeOffset? time) => time is { } set ? Timestamp.FromDateTimeOffset(set) : null;
}
