using System.Globalization;

namespace Handhaving.Simulator.Scenario.Places;

/// <summary>A neighbourhood with its point in WGS84.</summary>
public sealed record Neighbourhood(string Municipality, string Name, Point Point);

/// <summary>A place where things happen again and again, in a neighbourhood.</summary>
public sealed record Spot(string Name, Neighbourhood Neighbourhood, Point Point, double Weight);

/// <summary>The region that is played: its municipalities' teams, its neighbourhoods and its streets of cafés, from the files in `Data/`.</summary>
public sealed class Region
{
    /// <summary>Around the point of a neighbourhood its municipality reaches at least this far, which the tests hold against the drawn borders.</summary>
    public const double MarginMeters = 290;

    private readonly Dictionary<string, List<Neighbourhood>> byOwner;

    private Region()
    {
        Neighbourhoods = [.. Rows("neighbourhoods.csv").Select(row => new Neighbourhood(row["cbs_code"], row["name"], PointOf(row)))];
        var municipalities = Rows("municipalities.csv");
        Teams = [.. municipalities.Select(row => row["basisteam_id"]).Distinct()];
        var teamOf = municipalities.ToDictionary(row => row["cbs_code"], row => row["basisteam_id"]);
        byOwner = Neighbourhoods.GroupBy(place => place.Municipality).Concat(Neighbourhoods.GroupBy(place => teamOf[place.Municipality]))
            .ToDictionary(owner => owner.Key, owner => owner.ToList());
        HorecaStreets = [.. Rows("horeca.csv").Select(ToSpot)];
    }

    /// <summary>The two base teams of the running example and their municipalities.</summary>
    public static Region Limburg { get; } = new();

    /// <summary>Places where reports come from.</summary>
    public IReadOnlyList<Neighbourhood> Neighbourhoods { get; }

    /// <summary>Streets and squares where people go out.</summary>
    public IReadOnlyList<Spot> HorecaStreets { get; }

    /// <summary>Ids of the police base teams.</summary>
    public IReadOnlyList<string> Teams { get; }

    /// <summary>Codes of the municipalities.</summary>
    public IEnumerable<string> Municipalities => Neighbourhoods.Select(place => place.Municipality).Distinct();

    /// <summary>Where a unit of a municipality (code) or team (id) waits for work: in one of its owner's neighbourhoods, of an unknown owner in any.</summary>
    public Point HomeOf(string owner, Chance chance) =>
        chance.Pick(byOwner.TryGetValue(owner, out var own) ? own : Neighbourhoods, _ => 1).Point.Jitter(chance, MarginMeters);

    private Spot ToSpot(Dictionary<string, string> row)
    {
        var neighbourhood = Neighbourhoods.Single(place => place.Municipality == row["cbs_code"] && place.Name == row["neighbourhood"]);
        return new(row["name"], neighbourhood, neighbourhood.Point, double.Parse(row["weight"], CultureInfo.InvariantCulture));
    }

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
