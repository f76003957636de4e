using Handhaving.Capacity.Competence;

namespace Handhaving.Capacity.Layers;

/// <summary>One step of a number: who is lost before a layer (or added to it) and by which rule.</summary>
/// <param name="Layer">The layer that is not reached, or that is joined.</param>
/// <param name="Person">Null for a vacancy.</param>
/// <param name="Change">-1 = lost, +1 = added (over-occupation, lent in), 0 = a flag that changes no number.</param>
/// <param name="Rule">Id of the working-time rule or reason of the competence, where one stands behind it.</param>
public sealed record LayerStep(Layer Layer, LayerCause Cause, EmployeeId? Person, int Change, string? Rule);
