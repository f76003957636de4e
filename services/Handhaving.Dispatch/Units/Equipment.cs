namespace Handhaving.Dispatch.Units;

/// <summary>A piece that a crew can carry: means of force (geweldsmiddelen) and what else counts for a task.</summary>
public sealed record Equipment(string Code, string DutchName)
{
    public static IReadOnlyList<Equipment> All { get; } =
    [
        new("aed", "AED"),
        new("baton", "korte wapenstok"),
        new("bodycam", "bodycam"),
        new("dog", "diensthond"),
        new("handcuffs", "handboeien"),
        new("pepper-spray", "pepperspray"),
        new("portofoon", "portofoon"),
    ];

    public static string Codes { get; } = string.Join(", ", All.Select(piece => piece.Code));

    public static bool Knows(string code) => All.Any(piece => piece.Code == code);

    public static string NameOf(string code) => All.FirstOrDefault(piece => piece.Code == code)?.DutchName ?? code;
}
