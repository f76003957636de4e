using Handhaving.Capacity.Competence;

namespace Handhaving.Capacity.Layers;

/// <summary>Layers of strength, from posts to people on the roster.</summary>
public enum Layer { Established = 1, Staffed, Deployable, Plannable, Planned }

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

/// <summary>One step of a number: who is lost before a layer (or added to it) and by which rule.</summary>
/// <param name="Layer">The layer that is not reached, or that is joined.</param>
/// <param name="Person">Null for a vacancy.</param>
/// <param name="Change">-1 = lost, +1 = added (over-occupation, lent in), 0 = a flag that changes no number.</param>
/// <param name="Rule">Id of the working-time rule or reason of the competence, where one stands behind it.</param>
public sealed record LayerStep(Layer Layer, LayerCause Cause, EmployeeId? Person, int Change, string? Rule);

/// <summary>The layers of one block of fifteen minutes, in people; every number is the one before it plus its steps.</summary>
/// <param name="Start">In UTC.</param>
public sealed record LayerBlock(DateTimeOffset Start, int Established, IReadOnlyList<LayerStep> Steps)
{
    public int Staffed => At(Layer.Staffed);

    public int Deployable => At(Layer.Deployable);

    public int Plannable => At(Layer.Plannable);

    public int Planned => At(Layer.Planned);

    /// <summary>More people than posts: staffed may be above established.</summary>
    public bool OverOccupied => Steps.Any(step => step.Cause is LayerCause.OverOccupation);

    /// <summary>People from elsewhere, who count from deployable on.</summary>
    public int LentIn => Steps.Count(step => step.Cause is LayerCause.LentIn);

    public int At(Layer layer) => Established + Steps.Where(step => step.Layer <= layer).Sum(step => step.Change);
}
