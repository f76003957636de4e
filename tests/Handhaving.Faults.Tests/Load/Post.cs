namespace Handhaving.Faults.Tests.Load;

/// <summary>A unit of the demo region with its crew, and the municipality it works for.</summary>
public sealed record Post(string Municipality, int Number)
{
    private static readonly Dictionary<string, string[]> Teams = new() { ["wm"] = ["0888", "0971", "1883"], ["bl"] = ["0965", "0986", "1954", "0899", "0882"] };

    public string Unit => $"municipalities/{Municipality}/units/boa-{Municipality}-{Number}";

    public IEnumerable<string> Crew => [$"officer-{Municipality}-{2 * Number - 1:00}", $"officer-{Municipality}-{2 * Number:00}"];

    /// <summary>Short name of its team, as in the names of personas.</summary>
    public string Team => Teams.Single(team => team.Value.Contains(Municipality)).Key;

    /// <summary>Municipalities in which it may work: the whole team for the first unit of each, else its own.</summary>
    public IReadOnlyList<string> Area => Number == 1 ? Teams[Team] : [Municipality];

    /// <summary>Units that deal with public space, over both teams: sixteen.</summary>
    public static IReadOnlyList<Post> All { get; } = [.. Teams.Values.SelectMany(team => team).SelectMany(municipality => new[] { 1, 2 }.Select(number => new Post(municipality, number)))];

    /// <summary>The first unit of each municipality.</summary>
    public static IReadOnlyList<Post> Firsts { get; } = [.. All.Where(post => post.Number == 1)];
}
