using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Fleet;

/// <summary>The job that holds a unit's slot.</summary>
/// <param name="Priority">Of its incident; null when that is not on the live board.</param>
public sealed record FleetSlot(AssignmentName Assignment, SlotUse Use, int? Priority)
{
    /// <summary>Its incident is: only who may read that is told of it.</summary>
    public bool IsRestricted { get; init; }
}

/// <summary>A unit on duty in the index: an immutable value, replaced at each change.</summary>
/// <param name="Team">The police team it works with or belongs to.</param>
/// <param name="HomeArea">Code of the municipality in which it is at home; empty when that is not known.</param>
public sealed record FleetUnit(UnitOnDuty Unit, TenantId Team, string HomeArea)
{
    /// <summary>A position older than this is not trusted; the home position stands in, ranked after fresh ones (dispatch 5).</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(1800);

    public TenantId Owner { get; } = Unit.Name.Owner;

    /// <summary>What people call its owner.</summary>
    public string OwnerName { get; init; } = Unit.Name.Owner.Value;

    public bool IsPolice { get; } = Unit.IsPolice;

    /// <summary>Null when nothing holds its slot.</summary>
    public FleetSlot? Slot { get; init; }

    /// <summary>Jobs that it began and ended in this duty.</summary>
    public int JobsDone { get; init; }

    /// <summary>End of its last job in this duty; null before the first.</summary>
    public DateTimeOffset? LastJobEndedAt { get; init; }

    public DateTimeOffset RestsSince => LastJobEndedAt ?? Unit.SignedOnAt;

    public bool IsFree => Slot is null && Unit.Duty.TakesWork;

    /// <summary>Where it is: its last position while that is fresh, else where it is at home.</summary>
    public Point PlaceAt(Fix? fix, DateTimeOffset now) => PlaceOf(Unit, fix, now);

    /// <summary>The same of a unit that is not looked up in the index.</summary>
    public static Point PlaceOf(UnitOnDuty unit, Fix? fix, DateTimeOffset now) => IsFresh(fix, now) && fix is not null ? fix.Point : unit.Home;

    public static bool IsFresh(Fix? fix, DateTimeOffset now) => fix is not null && now - fix.At <= StaleAfter;
}
