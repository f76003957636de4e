using System.Globalization;

namespace Handhaving.Simulator.Scenario;

/// <summary>A neighbourhood with its point in WGS84.</summary>
public sealed record Neighbourhood(string Municipality, string Name, Point Point);

/// <summary>The region that is played: its municipalities' teams and its neighbourhoods, from the files in `Data/`.</summary>
public sealed class Region
{
    private Region()
    {
        Neighbourhoods = [.. Rows("neighbourhoods.csv").Select(row => new Neighbourhood(row["cbs_code"], row["name"], PointOf(row)))];
        var municipalities = Rows("municipalities.csv");
        Teams = [.. municipalities.Select(row => row["basisteam_id"]).Distinct()];
        centres = municipalities.ToDictionary(row => row["cbs_code"], PointOf);
        foreach (var team in municipalities.GroupBy(row => row["basisteam_id"]))
            centres[team.Key] = PointOf(team.First());
    }

    private readonly Dictionary<string, Point> centres;

    /// <summary>The two base teams of the running example and their municipalities.</summary>
    public static Region Limburg { get; } = new();

    /// <summary>Places where reports come from.</summary>
    public IReadOnlyList<Neighbourhood> Neighbourhoods { get; }

    /// <summary>Ids of the police base teams.</summary>
    public IReadOnlyList<string> Teams { get; }

    /// <summary>Where units of a municipality (code) or team (id) wait for work; null for an owner outside the region.</summary>
    public Point? CentreOf(string owner) => centres.TryGetValue(owner, out var centre) ? centre : null;

    private static Point PointOf(Dictionary<string, string> row) =>
        new(double.Parse(row["lat"], CultureInfo.InvariantCulture), double.Parse(row["lon"], CultureInfo.InvariantCulture));

    /// <summary>Rows of an embedded file; its fields hold no quotes and no commas.</summary>
    private static List<Dictionary<string, string>> Rows(string file)
    {
        using var stream = typeof(Region).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException(file);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second))];
    }
}
