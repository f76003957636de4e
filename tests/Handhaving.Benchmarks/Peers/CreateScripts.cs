using System.Globalization;
using System.Text.RegularExpressions;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;
using Npgsql;

namespace Handhaving.Benchmarks.Peers;

/// <summary>Scripts by which pgbench writes the rows of a report: the same tables, and contents copied from a report that dispatch wrote.</summary>
internal static partial class CreateScripts
{
    private const string Sample = """
        select i.body::text, o.type, o.body, coalesce('''' || o.traceparent || '''', 'null'), f.body::text, r.content_hash::text, r.answer, a.line, r.method, left(i.number, 4)
        from incident i join outbox o on o.aggregate = 'municipalities/' || i.tenant || '/incidents/' || i.id
        join feed f on f.subject = o.aggregate join request r on r.tenant = i.tenant and r.answer like '%' || i.id || '%' join audit_line a on a.tenant = i.tenant and a.line like '%' || i.id || '%'
        limit 1
        """;

    private static readonly string[] Names = ["incident", "type", "message", "traceparent", "change", "hash", "answer", "line", "method", "year"];

    private static int runs;

    /// <summary>One script for each municipality, with ids that no earlier run used.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(Database database, CancellationToken cancellation)
    {
        var template = await TemplateAsync(database, cancellation);
        var run = string.Create(CultureInfo.InvariantCulture, $"01900000-{Interlocked.Increment(ref runs):x4}-7000-8000");
        var directory = Directory.CreateDirectory(Path.Combine(ServiceProcess.Instance.Directory, "pgbench")).FullName;
        return [.. Region.Municipalities.Select(tenant => Write(Path.Combine(directory, $"{tenant}.sql"),
            template.Replace("{run}", run, StringComparison.Ordinal).Replace("{tenant}", tenant, StringComparison.Ordinal).Replace("{own}", string.Join(',', Region.Municipalities), StringComparison.Ordinal)))];
    }

    private static async Task<string> TemplateAsync(Database database, CancellationToken cancellation)
    {
        using var stream = typeof(CreateScripts).Assembly.GetManifestResourceStream("create-incident.sql") ?? throw new InvalidOperationException("create-incident.sql is not embedded.");
        using var file = new StreamReader(stream);
        var template = await file.ReadToEndAsync(cancellation);
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(Sample, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) throw new InvalidOperationException($"There is no {nameof(Incident)} to copy.");
        for (var column = 0; column < Names.Length; column++)
            template = template.Replace("{" + Names[column] + "}", Names[column] == "traceparent" ? reader.GetString(column) : Literal(reader.GetString(column)), StringComparison.Ordinal);
        return template;
    }

    // To pgbench a colon before a letter begins a variable, also inside a text; JSON means the same with a blank between.
    private static string Literal(string text) => Variable().Replace(text.Replace("'", "''", StringComparison.Ordinal), ": ");

    private static string Write(string path, string text)
    {
        File.WriteAllText(path, text);
        return path;
    }

    [GeneratedRegex(":(?=[A-Za-z_])")]
    private static partial Regex Variable();
}
