namespace Handhaving.Capacity.Layers;

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
