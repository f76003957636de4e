using Handhaving.Capacity.Layers;
using Handhaving.Capacity.Ledger;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>The layers of people in the words of the ledger.</summary>
public static class StrengthCauses
{
    /// <summary>Who is lost, by layer and cause; below zero are people who are added.</summary>
    public static Strength StrengthOf(LayerBlock block) => new(block.Established,
        [.. block.Steps.GroupBy(step => (step.Layer, step.Cause)).Select(steps => new StrengthLoss(LayerOf(steps.Key.Layer), CodeOf(steps.Key.Cause), -steps.Sum(step => step.Change)))
            .Where(loss => loss.Count != 0).OrderBy(loss => loss.Layer).ThenBy(loss => loss.Cause, StringComparer.Ordinal)]);

    public static StrengthLayer LayerOf(Layer layer) => layer switch
    {
        Layer.Staffed => StrengthLayer.Staffed,
        Layer.Deployable => StrengthLayer.Deployable,
        Layer.Plannable => StrengthLayer.Plannable,
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, null),
    };

    public static string CodeOf(LayerCause cause) => cause switch
    {
        LayerCause.Vacancy => "vacancy",
        LayerCause.OverOccupation => "over-occupation",
        LayerCause.LongTermSick => "long-term-sick",
        LayerCause.Trainee => "trainee",
        LayerCause.Restricted => "restricted-duty",
        LayerCause.LentOut => "lent-out",
        LayerCause.UseOfForceTest => "failed-force-test",
        LayerCause.Appointment => "no-valid-akte",
        LayerCause.LentIn => "lent-in",
        LayerCause.Leave => "leave",
        LayerCause.Sick => "short-sick",
        LayerCause.Training => "training",
        LayerCause.FixedFreeDay => "fixed-free-day",
        LayerCause.NightExemption => "night-exemption",
        LayerCause.OtherFunction => "other-function",
        LayerCause.Rest => "working-time",
        LayerCause.NotRostered => "not-rostered",
        LayerCause.RosteredIn => "rostered-in",
        _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, null),
    };
}
