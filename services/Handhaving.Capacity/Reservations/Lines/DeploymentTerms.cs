using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Reservations.Lines;

/// <summary>What becomes of a request that is short.</summary>
public enum OnShortage { Reject = 1, Decide, Partial }

/// <summary>How long a request is held, and what becomes of it where people are short.</summary>
/// <param name="Deciders">Owners that the municipality of the case shares with, and that may be asked to decide.</param>
public sealed record DeploymentTerms(TimeSpan Hold, OnShortage OnShortage, IReadOnlySet<TenantId> Deciders)
{
    /// <param name="allotted">The lines, each with the owner that gives it or with what stands in the way.</param>
    public (ReservationState State, IReadOnlyList<DeploymentLine> Lines) Judge(IReadOnlyList<DeploymentLine> allotted)
    {
        if (allotted.All(line => line.GrantedBy is not null)) return (ReservationState.Held, allotted);
        return OnShortage switch
        {
            OnShortage.Partial when allotted.Any(line => line.GrantedBy is not null) => (ReservationState.Held, allotted),
            OnShortage.Decide when Awaiting(allotted) is { } awaiting => (ReservationState.InConflict, awaiting),
            OnShortage.Reject or OnShortage.Decide or OnShortage.Partial => (ReservationState.Rejected, [.. allotted.Select(line => line with { GrantedBy = null })]),
            _ => throw new ArgumentOutOfRangeException(nameof(allotted), OnShortage, null),
        };
    }

    // Null when one of the lines has nobody who may decide about it.
    private List<DeploymentLine>? Awaiting(IReadOnlyList<DeploymentLine> allotted)
    {
        List<DeploymentLine> lines = [.. allotted.Select(line => line.GrantedBy is null ? line with { Awaits = line.Owners.Where(Deciders.Contains).Cast<TenantId?>().FirstOrDefault() } : line)];
        return lines.All(line => line.GrantedBy is not null || line.Awaits is not null) ? lines : null;
    }
}
