using System.Globalization;
using System.Text.RegularExpressions;
using Handhaving.AppHost.Local.Processes;
using Handhaving.Benchmarks.Measuring;
using Handhaving.Benchmarks.Platform;

namespace Handhaving.Benchmarks.Peers;

/// <summary>pgbench with scripts of ours: prepared statements, one round trip a transaction, under the service's own login.</summary>
internal sealed partial class Pgbench(string program, Database database, Watch watch)
{
    /// <param name="scripts">Files of which each transaction takes one by chance.</param>
    /// <returns>Transactions that were committed; it throws when one failed.</returns>
    public async Task<Sample> RunAsync(IReadOnlyList<string> scripts, int clients, TimeSpan length, CancellationToken cancellation)
    {
        var ((transactions, elapsed), uses) = await watch.FollowAsync(() => RunProgramAsync(scripts, clients, length, cancellation));
        return new(transactions, elapsed, [], uses);
    }

    private async Task<(long Transactions, TimeSpan Elapsed)> RunProgramAsync(IReadOnlyList<string> scripts, int clients, TimeSpan length, CancellationToken cancellation)
    {
        var login = database.Service;
        List<string> arguments =
        [
            "-n", "-M", "prepared", "-c", $"{clients}", "-j", "2", "-T", $"{(int)Math.Ceiling(length.TotalSeconds)}", "-D", "n=0",
            "-h", $"{login.Host}", "-p", $"{login.Port}", "-U", $"{login.Username}", .. scripts.SelectMany(script => (string[])["-f", script]), $"{login.Database}",
        ];
        var launch = new Launch("pgbench", program, arguments, "/") { Environment = new Dictionary<string, string> { ["PGPASSWORD"] = Database.Password } };
        var result = await Tool.RunAsync(launch, cancellation);
        if (!result.Succeeded || !result.Output.Contains("number of failed transactions: 0 ", StringComparison.Ordinal)) throw new InvalidOperationException($"pgbench failed: {result.Output}");
        var transactions = long.Parse(Processed().Match(result.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        var perSecond = double.Parse(PerSecond().Match(result.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        return (transactions, TimeSpan.FromSeconds(transactions / perSecond));
    }

    [GeneratedRegex(@"number of transactions actually processed: (\d+)")]
    private static partial Regex Processed();

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex PerSecond();
}
