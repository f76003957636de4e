namespace Handhaving.Events.Dispatch;

/// <summary>Families of incident types that ship: what facts name a call by. Kinds of a municipality's own are in one of these.</summary>
public static class IncidentFamilies
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>
    {
        "aggression", "alcohol", "animal", "assault", "assistance", "bicycle", "burglary", "confusion", "cybercrime", "disorder", "drugs", "environment", "fire", "fireworks", "homeless", "noise", "parking", "school", "shop", "suspicious",
        "terrace", "traffic", "transport", "urination", "vandalism", "waste", "water", "weapon", "youth",
    };
}
