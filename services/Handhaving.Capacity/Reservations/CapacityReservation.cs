using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Ledger;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Reservations;

/// <summary>State of a reservation (reservering).</summary>
public enum ReservationState { Held = 1, Confirmed, Rejected, Expired, Released }

/// <summary>So many people for so long, from one of the owners that would do.</summary>
/// <param name="Owners">Best first.</param>
public sealed record DeploymentLine(IReadOnlyList<TenantId> Owners, string Function, int Count, Interval Interval)
{
    /// <summary>The owner that gives all the people of the line; null when none does.</summary>
    public TenantId? GrantedBy { get; init; }

    /// <summary>Why not, for each owner that would do.</summary>
    public IReadOnlyList<Shortage> Shortages { get; init; } = [];

    /// <summary>People that it claims in each block; nobody when no owner gives them.</summary>
    public IEnumerable<(BlockKey Key, int Count)> Claims() => GrantedBy is { } owner ? KeysAt(owner).Select(key => (key, Count)) : [];

    public IEnumerable<BlockKey> KeysAt(TenantId owner)
    {
        var function = Function;
        return Interval.Blocks().Select(start => new BlockKey(owner, function, start));
    }
}

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
    public required string RequestedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string UpdatedBy { get; init; }
    public string ReleaseReason { get; init; } = "";

    /// <summary>Rises by one with each change, from 1.</summary>
    public required int Version { get; init; }

    public bool IsLive => State is ReservationState.Held or ReservationState.Confirmed;

    public string Etag => $"\"{Version}\"";

    /// <summary>People that it claims in each block.</summary>
    public Claims Claims() => Blocks.Claims.Of(Lines.SelectMany(line => line.Claims()));
}
