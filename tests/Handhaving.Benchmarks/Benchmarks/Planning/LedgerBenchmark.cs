using Google.Protobuf.WellKnownTypes;
using Handhaving.Benchmarks.Platform;
using Handhaving.Benchmarks.Reporting;
using Handhaving.Capacity.V1;

namespace Handhaving.Benchmarks.Benchmarks.Planning;

/// <summary>The ledger asked anywhere in a year of a whole region: a page of ten days of quarters of one function.</summary>
internal static class LedgerBenchmark
{
    private const int Days = 365, Page = 960;

    // Every function of every team and municipality, each quarter of a year.
    private const string Year = """
        insert into capacity_block (tenant, function, starts_at, plannable, waterline)
        select o.owner, f.code, q, 8, 2
        from (select id as owner, true as police from team union all select code, false from municipality) o join staff_function f on f.police = o.police
          cross join generate_series(date_trunc('day', now(), 'UTC'), date_trunc('day', now(), 'UTC') + interval '365 days' - interval '15 minutes', interval '15 minutes') q
        on conflict do nothing;
        analyze capacity_block;
        """;

    public static async Task<IReadOnlyList<Finding>> RunAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        await using var system = await CapacitySystem.StartAsync(run, "bc1", Year, cancellation);
        var stored = await system.CountAsync("capacity_block", cancellation);
        run.Say($"{stored:#,0} blocks");
        var ledger = new LedgerService.LedgerServiceClient(system.Channel);
        var (today, chance) = (new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero), new Random(17));
        string[] functions = [.. Region.Teams.SelectMany(team => new[] { "noodhulp", "wijkagent", "verkeer" }.Select(function => $"teams/{team}/functions/{function}")), .. Region.Municipalities.Select(code => $"municipalities/{code}/functions/boa-1")];
        return [await PlanningCalls.MeasureAsync("C1", $"ten days of a function anywhere in a year of {stored:#,0} blocks", system, run, perSecond: 20, AskAsync, cancellation)];

        async Task AskAsync(CancellationToken stop)
        {
            var (start, function) = Next();
            var found = (await ledger.ListBlocksAsync(new() { Parent = function, StartTime = start.ToTimestamp(), EndTime = start.AddMinutes(15 * Page).ToTimestamp(), PageSize = Page }, system.Call(stop))).Blocks.Count;
            if (found != Page) throw new InvalidOperationException($"{found} blocks were shown instead of {Page}.");
        }

        (DateTimeOffset, string) Next()
        {
            lock (chance) return (today.AddDays(chance.Next(Days - 10)), functions[chance.Next(functions.Length)]);
        }
    }
}
