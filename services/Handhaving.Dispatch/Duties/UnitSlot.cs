using Handhaving.Dispatch.Assignments;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Duties;

/// <summary>The active assignment that holds a unit's slot.</summary>
/// <param name="Assignment">Null when its incident is restricted and not for the caller: the unit is busy, with what is not told.</param>
public sealed record UnitSlot(AssignmentName? Assignment, AssignmentState State, SlotUse Use)
{
    public bool IsRestricted { get; init; }

    public UnitSlot SeenBy(RestrictedReach reach) => IsRestricted && Assignment is { } job && !reach.Covers(job.Incident.Id) ? this with { Assignment = null } : this;
}
