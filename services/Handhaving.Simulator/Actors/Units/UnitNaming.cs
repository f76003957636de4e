using System.Globalization;

namespace Handhaving.Simulator.Actors.Units;

/// <summary>The one place that knows how the platform's seed names units and officers.</summary>
public static class UnitNaming
{
    /// <summary>Owner of a unit: the first two segments of its name.</summary>
    public static string ParentOf(string unit) => string.Join('/', unit.Split('/').Take(2));

    /// <summary>Code of the municipality or id of the team that owns the unit.</summary>
    public static string OwnerOf(string unit) => unit.Split('/')[1];

    /// <summary>Number of a unit in its owner's series, from 1.</summary>
    public static int NumberOf(string unit) => int.Parse(unit[(unit.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture);

    /// <summary>Radio with which an evening signs a unit on: shows that it was not a person who did.</summary>
    public static string RadioOf(string unit) => $"oefening-{unit[(unit.LastIndexOf('/') + 1)..]}";

    /// <summary>Crew of a unit: the n-th unit of an owner has its officers 2n-1 and 2n.</summary>
    public static IReadOnlyList<string> CrewOf(string unit)
    {
        var owner = OwnerOf(unit);
        var series = unit.StartsWith("teams/", StringComparison.Ordinal) ? $"police-{Initials(owner)}" : $"officer-{owner}";
        var second = 2 * NumberOf(unit);
        return [$"{series}-{second - 1:00}", $"{series}-{second:00}"];
    }

    /// <summary>`westelijke-mijnstreek` becomes `wm`.</summary>
    private static string Initials(string team) => string.Concat(team.Split('-').Select(word => word[0]));
}
