using Handhaving.Benchmarks.Benchmarks.Delivery;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;
using Npgsql;

namespace Handhaving.Benchmarks.Benchmarks.Variants;

/// <summary>Creates whose facts are followed until the broker confirmed them and the platform's own consumer counted them.</summary>
internal sealed class ConfirmedReports(SystemUnderTest system, Reports reports) : ISubjectLoad
{
    private const string Waits = "select aggregate, (extract(epoch from sent_at - created_at) * 1000)::float8 from outbox where aggregate = any($1) and aggregate_sequence = 1 and sent_at is not null";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1), Look = TimeSpan.FromMilliseconds(100);
    private readonly OutboxCount outbox = new(system.Database);

    public static Task<ISubjectLoad> OpenAsync(BenchmarkRun run, SystemUnderTest system, CancellationToken cancellation) =>
        Task.FromResult<ISubjectLoad>(new ConfirmedReports(system, new Reports(system.Open(system.Dispatch), system.Region)));

    public async Task<double[]> RunAsync(double perSecond, TimeSpan length, CancellationToken cancellation)
    {
        var names = new string[(long)(perSecond * length.TotalSeconds)];
        await OpenLoop.RunAsync(perSecond, length, async number => names[number] = (await reports.SendAsync(cancellation)).Name, cancellation);
        await outbox.DrainAsync(cancellation);
        var waits = await WaitsAsync(names, cancellation);
        return [.. names.Select(name => waits[name])]; // throws where one is missing
    }

    /// <summary>Each fact left the outbox, was taken once and counted once.</summary>
    public async Task RequireWholeAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        while (await system.Database.CountAsync("outbox o where type not like '%.CanarySent' and not exists (select from inbox i where i.message_id = o.message_id)", limit.Token) > 0) await Task.Delay(Look, limit.Token);
        var (facts, counted) = (await system.Database.CountAsync("outbox where type not like '%.CanarySent'", cancellation), (long)(decimal)(await system.Database.OwnerAsync("select coalesce(sum(count), 0) from fact_hour", cancellation) ?? 0m));
        if (facts != counted) throw new InvalidOperationException($"{facts} facts were counted {counted} times.");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Dictionary<string, double>> WaitsAsync(string[] incidents, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(system.Database.OwnerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(Waits, connection) { Parameters = { new() { Value = incidents } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, double> waits = [];
        while (await reader.ReadAsync(cancellation)) waits.Add(reader.GetString(0), reader.GetDouble(1));
        return waits;
    }
}
