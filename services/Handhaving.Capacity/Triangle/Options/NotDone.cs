using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>Why people that were asked or promised are not there.</summary>
public enum NotDoneKind { Refused = 1, Reduced, Displaced }

/// <summary>What is deliberately not done for a case.</summary>
/// <param name="Count">People.</param>
public sealed record NotDone(NotDoneKind Kind, ReservationName Reservation, string CaseId, TenantId Owner, string Function, int Count, Interval Interval);
