using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Triangle;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Reservations;

/// <summary>State of a reservation (reservering).</summary>
public enum ReservationState { Held = 1, Confirmed, Rejected, Expired, Released, InConflict, Partial, Displaced }

/// <summary>A claim of one version of a case on blocks: an immutable value.</summary>
public sealed record CapacityReservation
{
    public required ReservationName Name { get; init; }
    public required string CaseId { get; init; }
    public required int CaseVersion { get; init; }
    public required ReservationState State { get; init; }

    /// <summary>Until when it is held unless it is confirmed; null when it never was.</summary>
    public DateTimeOffset? HoldUntil { get; init; }
    public required IReadOnlyList<DeploymentLine> Lines { get; init; }

    /// <summary>Of what it claims, what a decision let go below the waterline.</summary>
    public IReadOnlyList<Stretch> Waived { get; init; } = [];

    /// <summary>The decision that made it what it is; null when none did.</summary>
    public DecisionName? Decision { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string UpdatedBy { get; init; }
    public string ReleaseReason { get; init; } = "";

    /// <summary>Rises by one with each change, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>It claims blocks until a time: as asked, or as far as they were free while it waits for a decision.</summary>
    public bool IsHold => State is ReservationState.Held || IsWaiting;

    /// <summary>It waits for a decision.</summary>
    public bool IsWaiting => State is ReservationState.InConflict;

    /// <summary>It claims blocks for good.</summary>
    public bool IsPromise => State is ReservationState.Confirmed or ReservationState.Partial;

    public bool IsLive => IsHold || IsPromise;

    /// <summary>All of what it is for is over.</summary>
    public bool IsOverAt(DateTimeOffset moment) => Lines.All(line => line.Interval.End <= moment);

    public string Etag => $"\"{Version}\"";

    public CaseKey Case => new(Name.Tenant, CaseId);

    /// <summary>People that it claims in each block.</summary>
    public Claims Claims() => Blocks.Claims.Of(Lines.SelectMany(line => line.Claims()));

    public Claims WaivedClaims() => Blocks.Claims.Of(Waived.SelectMany(stretch => stretch.Blocks()));

    /// <summary>Owners that must decide about its lines.</summary>
    public IEnumerable<TenantId> Awaited => Lines.Select(line => line.Awaits).OfType<TenantId>().Distinct();
}

/// <summary>A case of a municipality, as its own system names it.</summary>
public readonly record struct CaseKey(TenantId Municipality, string CaseId)
{
    /// <summary>What an act on it locks.</summary>
    public string LockName => $"{Municipality.Name}/cases/{CaseId}";
}
