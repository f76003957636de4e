namespace Handhaving.Capacity.Ledger;

/// <summary>Layer after funded posts that people do not reach.</summary>
public enum StrengthLayer { Staffed = 1, Deployable, Plannable }

/// <summary>People that are lost before a layer, and why; the medical reason is never stated.</summary>
public sealed record StrengthLoss(StrengthLayer Layer, string Cause, int Count);

/// <summary>How many people a function has, as funded posts and what is lost from there on: capacity is not headcount, and no layer follows from another by a fixed factor (Algemene Rekenkamer 2020).</summary>
/// <param name="Established">Funded posts (formatie), in people.</param>
public sealed record Strength(int Established, IReadOnlyList<StrengthLoss> Losses)
{
    /// <summary>People in those posts (bezetting).</summary>
    public int Staffed => At(StrengthLayer.Staffed);

    /// <summary>People who may do operational work (inzetbaar).</summary>
    public int Deployable => At(StrengthLayer.Deployable);

    /// <summary>People who can be rostered (inplanbaar).</summary>
    public int Plannable => At(StrengthLayer.Plannable);

    /// <summary>People with a shift by a published roster (ingepland); null where none says.</summary>
    public int? Planned { get; init; }

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">STRENGTH_NEGATIVE.</exception>
    public void Require()
    {
        var lost = Losses.Sum(loss => (long)loss.Count);
        LedgerRules.NotNegative.Require(lost <= Established, ("established", $"{Established}"), ("lost", $"{lost}"));
    }

    private int At(StrengthLayer layer) => Established - Losses.Where(loss => loss.Layer <= layer).Sum(loss => loss.Count);
}
