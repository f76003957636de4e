namespace Handhaving.Dispatch.Areas.Import;

/// <summary>What the one who imports says: <c>import-areas FILE [--kind gemeente|wijk|buurt] [--crs rd|wgs84]</c>.</summary>
/// <param name="Settings">Settings of the service as on any command line, such as <c>--ConnectionStrings:dispatch=…</c>.</param>
public sealed record ImportOptions(string File, AreaKind? Kind, CoordinateGrid? Grid, string[] Settings)
{
    private const string Usage = "Usage: import-areas FILE [--kind gemeente|wijk|buurt] [--crs rd|wgs84]";

    /// <exception cref="ImportRefused">An option or value that is not known, or no file.</exception>
    public static ImportOptions Parse(IReadOnlyList<string> args)
    {
        ImportOptions options = new("", null, null, []);
        for (var at = 1; at < args.Count; at++)
            options = args[at] switch
            {
                "--kind" => options with { Kind = KindOf(ValueAfter(args, at++)) },
                "--crs" => options with { Grid = GridOf(ValueAfter(args, at++)) },
                ['-', '-', .. var setting] when setting.Contains(':', StringComparison.Ordinal) && setting.Contains('=', StringComparison.Ordinal) => options with { Settings = [.. options.Settings, args[at]] },
                ['-', ..] => throw new ImportRefused([$"{args[at]} is not an option.", Usage]),
                var file when options.File.Length == 0 => options with { File = file },
                var more => throw new ImportRefused([$"One file at a time: {more} is a second.", Usage]),
            };
        if (options.File.Length == 0) throw new ImportRefused([Usage]);
        return System.IO.File.Exists(options.File) ? options : throw new ImportRefused([$"{options.File} does not exist."]);
    }

    private static string ValueAfter(IReadOnlyList<string> args, int at) => at + 1 < args.Count ? args[at + 1] : throw new ImportRefused([$"{args[at]} needs a value.", Usage]);

    private static AreaKind KindOf(string value) => value switch
    {
        "gemeente" => AreaKind.Municipality,
        "wijk" => AreaKind.District,
        "buurt" => AreaKind.Neighbourhood,
        _ => throw new ImportRefused([$"{value} is not a kind of area.", Usage]),
    };

    private static CoordinateGrid GridOf(string value) => value switch
    {
        "rd" => CoordinateGrid.Rijksdriehoek,
        "wgs84" => CoordinateGrid.Wgs84,
        _ => throw new ImportRefused([$"{value} is not a grid.", Usage]),
    };
}
