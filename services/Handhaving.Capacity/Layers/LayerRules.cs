using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Layers;

/// <summary>What the count of layers refuses.</summary>
public static class LayerRules
{
    public static readonly Rule PostsNotNegative = new("ESTABLISHED_NEGATIVE", RuleOutcome.Invalid,
        "There are fewer than no posts.", "De formatie is kleiner dan nul. Verbeter het aantal.");

    public static readonly Rule EachOnce = new("STAFF_MEMBER_TWICE", RuleOutcome.Invalid,
        "Somebody is given twice.", "Een medewerker staat er twee keer in. Verbeter de lijst.");
}
