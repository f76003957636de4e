using Handhaving.Capacity.Ledger;
using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Notices;

/// <summary>Something that happened of which the owner's planners are told.</summary>
/// <param name="Subject">Resource name of what it is about.</param>
/// <param name="StartsAt">The stretch that it is about; null = none.</param>
public sealed record Notice(Guid Id, NoticeKind Kind, string Subject, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, DateTimeOffset OccurredAt)
{
    /// <exception cref="ArgumentOutOfRangeException">A fact of which nobody is told.</exception>
    public static Notice Of(ICapacityFact fact) => fact switch
    {
        CapacityDropped told => New(NoticeKind.CapacityDropped, FunctionOf(told.Owner, told.Function), fact, told.StartsAt, told.EndsAt),
        WaterlineChanged told => New(NoticeKind.WaterlineChanged, FunctionOf(told.Owner, told.Function), fact, told.StartsAt, told.EndsAt),
        ConflictRaised told => New(NoticeKind.ConflictRaised, told.Conflict, fact),
        TriangleDecided told => New(NoticeKind.TriangleDecided, told.Decision, fact),
        CompetenceExpiring told => New(NoticeKind.CompetenceExpiring, told.Officer, fact),
        RestShort told => New(NoticeKind.RestShort, told.Shift, fact, told.StartsAt, told.EarliestStart),
        LoanWithdrawn told => New(NoticeKind.LoanWithdrawn, told.Officer, fact, told.StartsAt, told.EndsAt),
        ReservationHeld told => New(NoticeKind.ReservationHeld, told.Reservation, fact),
        ReservationConfirmed told => New(NoticeKind.ReservationConfirmed, told.Reservation, fact),
        ReservationRejected told => New(NoticeKind.ReservationRejected, told.Reservation, fact),
        ReservationExpired told => New(NoticeKind.ReservationExpired, told.Reservation, fact),
        ReservationReleased told => New(NoticeKind.ReservationReleased, told.Reservation, fact),
        ReservationAwaitsDecision told => New(NoticeKind.ReservationAwaitsDecision, told.Reservation, fact),
        ReservationPartlyConfirmed told => New(NoticeKind.ReservationPartlyConfirmed, told.Reservation, fact),
        ReservationDisplaced told => New(NoticeKind.ReservationDisplaced, told.Reservation, fact),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "Nobody is told of it."),
    };

    private static string FunctionOf(string owner, string function) => new FunctionName(new TenantId(owner), function).Value;

    private static Notice New(NoticeKind kind, string subject, ICapacityFact fact, DateTimeOffset? start = null, DateTimeOffset? end = null) => new(Guid.CreateVersion7(fact.OccurredAt), kind, subject, start, end, fact.OccurredAt);
}
