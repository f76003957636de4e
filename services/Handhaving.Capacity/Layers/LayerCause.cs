namespace Handhaving.Capacity.Layers;

/// <summary>Why somebody does not reach a layer, or is in it from elsewhere.</summary>
public enum LayerCause
{
    Vacancy = 1,
    OverOccupation,
    LongTermSick,
    Trainee,
    Restricted,
    LentOut,
    UseOfForceTest,
    Appointment,
    LentIn,
    Leave,
    Sick,
    Training,
    FixedFreeDay,
    NightExemption,
    OtherFunction,
    Rest,
    NotChosen,
    PlannedThoughUnavailable,

    /// <summary>A published roster has the block and gives the person no shift.</summary>
    NotRostered,

    /// <summary>Holds another post, and works a shift of this function.</summary>
    RosteredIn,
}
