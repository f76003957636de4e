namespace Handhaving.Capacity.Rostering.Problem;

/// <summary>A person may not work on a day, or not in one kind of shift, and why.</summary>
/// <param name="Kind">The kind that may not be worked; null = none may.</param>
public sealed record Exclusion(int Day, ShiftKindName? Kind, ExclusionReason Reason);

/// <summary>Why a person may not work a shift. The medical reason of an absence is never stored.</summary>
public enum ExclusionReason
{
    NotQualified,
    NoAppointment,
    OutsideTerritory,
    Leave,
    Absent,
    NightExempt,

    /// <summary>The law does not allow it beside what the person works before, after or by a pinned shift.</summary>
    Rest,
}
