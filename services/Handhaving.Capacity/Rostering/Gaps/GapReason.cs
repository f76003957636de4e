namespace Handhaving.Capacity.Rostering.Gaps;

/// <summary>Why a qualified person does not fill an open shift.</summary>
public enum GapReason
{
    /// <summary>The person works this very shift; more are wanted.</summary>
    Here,
    OtherShift,
    NoAppointment,
    OutsideTerritory,
    Leave,
    Absent,
    NightExempt,
    Pinned,

    /// <summary>Too little rest to the shift before or after, too many days in a row, or a run or free days that become too short.</summary>
    Rest,

    /// <summary>Minutes or shifts of the kind are used up.</summary>
    Hours,
    Weekends,

    /// <summary>No hard rule stands against it; wishes or surplus cost more than the shortage.</summary>
    DearerElsewhere,
}
