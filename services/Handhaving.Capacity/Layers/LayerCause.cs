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
}
