namespace Handhaving.Dispatch.Duties;

/// <summary>Whether a unit can take an incident; computed, never set. The last one is shown alone: free by its own word, after its duty should have ended.</summary>
public enum UnitAvailability { OffDuty = 1, Available, Reserved, Committed, ConditionallyCommitted, Patrolling, Break, OutOfService, DutyOver }

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

    /// <summary>What is told to who looks: nobody is called free whose duty is over.</summary>
    public static UnitAvailability Shown(UnitAvailability availability, bool isDutyOver) =>
        isDutyOver && availability is (UnitAvailability.Available or UnitAvailability.Patrolling) ? UnitAvailability.DutyOver : availability;
}
