using Npgsql;

namespace Handhaving.Dispatch.Areas.Import;

/// <summary>Takes a map into the database, whole or not at all. Running replicas see it within seconds.</summary>
public static class ImportAreas
{
    public const string Attribution = "CBS, Kadaster";
    private const int MostProblems = 20;

    /// <summary>The command <c>import-areas FILE</c>, run like <c>migrate</c> under the owner's login.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            var options = ImportOptions.Parse(args);
            var owner = Host.CreateApplicationBuilder(options.Settings).Configuration.GetConnectionString("dispatch") ?? throw new ImportRefused(["ConnectionStrings:dispatch is not configured; it is the owner's, as for migrate."]);
            await using var file = File.OpenRead(options.File);
            var map = await OfficialMap.ReadAsync(file, options.Kind, options.Grid, cancellation);
            var validFrom = map.Year is { } year ? new DateOnly(year, 1, 1) : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);
            await using var connection = new NpgsqlConnection(owner);
            await connection.OpenAsync(cancellation);
            var version = await ApplyAsync(connection, new AreaOrigin(Path.GetFileName(options.File), Attribution, validFrom), map.Areas, cancellation);
            foreach (var kind in map.Areas.GroupBy(area => area.Kind)) await output.WriteLineAsync($"{kind.Key}: {kind.Count()} areas");
            await output.WriteLineAsync(FormattableString.Invariant($"Imported as version {version}, valid from {validFrom:yyyy-MM-dd}{(map.Year is null ? " (today: the file names no year)" : "")}, source to be named: {Attribution}."));
            return 0;
        }
        catch (ImportRefused refused)
        {
            foreach (var problem in refused.Problems) await output.WriteLineAsync(problem);
            await output.WriteLineAsync("Nothing was imported.");
            return 1;
        }
    }

    /// <returns>Version of the import.</returns>
    /// <exception cref="ImportRefused">Areas lie over each other, an area's parent is missing, or a municipality that reports here.</exception>
    public static async Task<long> ApplyAsync(NpgsqlConnection owner, AreaOrigin origin, IReadOnlyList<Area> areas, CancellationToken cancellation)
    {
        if (MapOverlaps.Of(areas).Take(MostProblems).ToList() is { Count: > 0 } overlaps) throw new ImportRefused(overlaps);
        await using var transaction = await owner.BeginTransactionAsync(cancellation);
        var version = await AreaTable.ReplaceAsync(owner, origin, areas, cancellation);
        var missing = areas.Any(area => area.Kind is AreaKind.Municipality) ? await AreaTable.MissingAsync(owner, cancellation) : [];
        if (missing.Count > 0) throw new ImportRefused([.. missing.Select(town => $"{town.Code}: {town.Name} reports here and is not on this map; every report there would be refused. Import a map of the whole country, or of all municipalities of this deployment.")]);
        var orphans = await AreaTable.OrphansAsync(owner, cancellation);
        if (orphans.Count > 0) throw new ImportRefused([.. orphans.Select(orphan => $"{orphan.Code}: it lies in {orphan.Parent}, which is not there. Import municipalities first, then districts, then neighbourhoods, of one year.")]);
        await transaction.CommitAsync(cancellation);
        return version;
    }
}
