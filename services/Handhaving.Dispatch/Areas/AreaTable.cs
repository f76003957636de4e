using System.Data;
using NetTopologySuite.IO;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Areas;

/// <summary>Areas in the database. Plain Npgsql: whole maps are read and written at once, as binary.</summary>
public static class AreaTable
{
    // Official borders of a hundred areas are a few megabytes: read within the login's time limit per statement.
    private const int RowsPerRead = 100;

    private const string LastVersion = "select coalesce(max(version), 0) from area_import";

    private const string Columns = "a.code, a.kind, a.name, a.municipality, a.parent, a.geometry, a.version, i.source, i.attribution, i.valid_from";

    public static async Task<long> LastVersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LastVersion, connection);
        return (long)(await command.ExecuteScalarAsync(cancellation) ?? 0L);
    }

    /// <summary>All areas of one moment, however many reads that takes.</summary>
    public static async Task<AreaMap> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var version = await LastVersionAsync(connection, cancellation);
        List<ImportedArea> areas = [];
        while (await ReadPageAsync(connection, areas, cancellation)) { }
        return new(version, areas);
    }

    /// <summary>Takes the place of all areas of the same kinds, and of every demo area: an official map never stands beside a drawn one.</summary>
    /// <returns>Version of this import.</returns>
    public static async Task<long> ReplaceAsync(NpgsqlConnection connection, AreaOrigin origin, IReadOnlyList<Area> areas, CancellationToken cancellation)
    {
        // Imports wait for each other, readers for none: the version that is committed last is the highest.
        await ExecuteAsync(connection, "lock table area in share row exclusive mode", cancellation);
        await using var import = new NpgsqlCommand("insert into area_import (source, attribution, valid_from) values ($1, $2, $3) returning version", connection)
        {
            Parameters = { new() { Value = origin.Source }, new() { Value = origin.Attribution }, new() { Value = origin.ValidFrom } },
        };
        var version = (long)(await import.ExecuteScalarAsync(cancellation) ?? throw new InvalidOperationException("The import got no version."));
        await using var replaced = new NpgsqlCommand("delete from area a using area_import i where i.version = a.version and (a.kind = any($1) or i.source = $2)", connection)
        {
            Parameters = { new() { Value = areas.Select(area => (short)area.Kind).Distinct().ToArray() }, new() { Value = AreaOrigin.Demo } },
        };
        await replaced.ExecuteNonQueryAsync(cancellation);
        await CopyAsync(connection, version, areas, cancellation);
        return version;
    }

    /// <returns>Codes of areas whose parent is not there, with that parent; at most twenty.</returns>
    public static async Task<IReadOnlyList<(string Code, string Parent)>> OrphansAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select code, parent from area a where parent is not null and not exists (select from area p where p.code = a.parent) order by 1 limit 20", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(string, string)> orphans = [];
        while (await reader.ReadAsync(cancellation)) orphans.Add((reader.GetString(0), reader.GetString(1)));
        return orphans;
    }

    /// <returns>Municipalities of this deployment that have no area; at most twenty.</returns>
    public static async Task<IReadOnlyList<(string Code, string Name)>> MissingAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select code, display_name from municipality m where not exists (select from area a where a.code = m.code) order by 1 limit 20", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(string, string)> missing = [];
        while (await reader.ReadAsync(cancellation)) missing.Add((reader.GetString(0), reader.GetString(1)));
        return missing;
    }

    private static async Task<bool> ReadPageAsync(NpgsqlConnection connection, List<ImportedArea> areas, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from area a join area_import i using (version) where a.code > $1 order by a.code limit $2", connection)
        {
            Parameters = { new() { Value = areas.Count == 0 ? "" : areas[^1].Area.Code }, new() { Value = RowsPerRead } },
        };
        var (before, wkb) = (areas.Count, new WKBReader());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var parent = await reader.IsDBNullAsync(4, cancellation) ? null : reader.GetString(4);
            var area = new Area(reader.GetString(0), reader.GetString(2), (AreaKind)reader.GetInt16(1), reader.GetString(3), parent, wkb.Read(reader.GetFieldValue<byte[]>(5)));
            areas.Add(new(area, new AreaOrigin(reader.GetString(7), reader.GetString(8), reader.GetFieldValue<DateOnly>(9)), reader.GetInt64(6)));
        }
        return areas.Count == before + RowsPerRead;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, long version, IReadOnlyList<Area> areas, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy area (code, kind, name, municipality, parent, geometry, west, south, east, north, version) from stdin (format binary)", cancellation);
        foreach (var area in areas)
        {
            var bounds = area.Shape.EnvelopeInternal;
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(area.Code, cancellation);
            await copy.WriteAsync((short)area.Kind, cancellation);
            await copy.WriteAsync(area.Name, cancellation);
            await copy.WriteAsync(area.Municipality, cancellation);
            if (area.Parent is null) await copy.WriteNullAsync(cancellation);
            else await copy.WriteAsync(area.Parent, cancellation);
            await copy.WriteAsync(area.Shape.AsBinary(), NpgsqlDbType.Bytea, cancellation);
            foreach (var degrees in (double[])[bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY]) await copy.WriteAsync(degrees, cancellation);
            await copy.WriteAsync(version, cancellation);
        }
        await copy.CompleteAsync(cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
