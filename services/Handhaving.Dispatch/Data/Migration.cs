using System.Globalization;
using Handhaving.Dispatch.Data.Seed;
using Handhaving.ServiceDefaults.Data;

namespace Handhaving.Dispatch.Data;

/// <summary>The migrator: brings the database to this version under the owner's login and, when asked, seeds the demo region (`--seed`), with more units than usual (`--units N`).</summary>
public static class Migration
{
    private const int Misunderstood = 2;
    private const int MostUnits = 10_000;

    private static MigrationRun Run { get; } = new("dispatch", typeof(Migration).Assembly);

    public static async Task<int> RunAsync(string[] args)
    {
        if (UnitsOf(args) is not { } units)
        {
            await Console.Error.WriteLineAsync($"--units needs a whole number of units from 0 up to {MostUnits}, and --seed beside it.");
            return Misunderstood;
        }
        return await Run.RunAsync(args, owner => DemoRegion.SeedAsync(owner, units, TimeProvider.System, CancellationToken.None));
    }

    /// <summary>0 when nothing was asked; null when what was asked is no number of units.</summary>
    public static int? UnitsOf(string[] args)
    {
        var option = Array.IndexOf(args, "--units");
        if (option < 0) return 0;
        var isNumber = int.TryParse(args.ElementAtOrDefault(option + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var units);
        return isNumber && units <= MostUnits && args.Contains("--seed") ? units : null;
    }

    public static Task ApplyAsync(string ownerConnectionString, string password, ILogger<Migrator> logger, CancellationToken cancellation) =>
        Run.ApplyAsync(ownerConnectionString, password, logger, cancellation);
}
