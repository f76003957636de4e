namespace Handhaving.Dispatch.Duties;

/// <summary>Whether a unit can take an incident; computed, never set.</summary>
public enum UnitAvailability { OffDuty = 1, Available, Reserved, Committed, ConditionallyCommitted, Patrolling, Break, OutOfService }

/// <summary>What holds a unit's slot: nothing, an offer, a job, or a job that may be interrupted for a higher priority.</summary>
public enum SlotUse { None = 1, Offered, Committed, Interruptible }

/// <summary>Availability follows from duty, activity and slot.</summary>
public static class Availability
{
    /// <param name="activity">Null off duty.</param>
    public static UnitAvailability Of(UnitActivity? activity, SlotUse slot) => (activity, slot) switch
    {
        (null, _) => UnitAvailability.OffDuty,
        (UnitActivity.OutOfService, _) => UnitAvailability.OutOfService,
        (_, SlotUse.Committed) => UnitAvailability.Committed,
        (_, SlotUse.Interruptible) => UnitAvailability.ConditionallyCommitted,
        (_, SlotUse.Offered) => UnitAvailability.Reserved,
        (UnitActivity.Break, _) => UnitAvailability.Break,
        (UnitActivity.Patrolling, _) => UnitAvailability.Patrolling,
        (UnitActivity.Available, SlotUse.None) => UnitAvailability.Available,
        _ => throw new ArgumentOutOfRangeException(nameof(activity), (activity, slot), "Not a state of a unit."),
    };
}
