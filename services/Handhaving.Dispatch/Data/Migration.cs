using System.Globalization;
using Handhaving.Dispatch.Data.Seed;
using Handhaving.ServiceDefaults;
using Handhaving.ServiceDefaults.Data;
using Npgsql;

namespace Handhaving.Dispatch.Data;

/// <summary>The migrator: brings the database to this version under the owner's login and, when asked, seeds the demo region (`--seed`), with more units than usual (`--units N`).</summary>
public static class Migration
{
    private const int Misunderstood = 2;
    private const int TooEarly = 3;
    private const int MostUnits = 10_000;

    public static async Task<int> RunAsync(string[] args)
    {
        if (UnitsOf(args) is not { } units)
        {
            await Console.Error.WriteLineAsync($"--units needs a whole number of units from 0 up to {MostUnits}, and --seed beside it.");
            return Misunderstood;
        }
        var builder = Host.CreateApplicationBuilder(args);
        using var host = builder.Build();
        var owner = builder.Configuration.GetConnectionString("dispatch") ?? throw new InvalidOperationException("ConnectionStrings:dispatch is not configured.");
        var password = builder.Configuration["Database:Password"] ?? throw new InvalidOperationException("Database:Password is not configured.");
        try
        {
            await ApplyAsync(owner, password, host.Services.GetRequiredService<ILogger<Migrator>>(), CancellationToken.None);
        }
        catch (ReplicasTooOld early)
        {
            await Console.Error.WriteLineAsync(early.Message);
            return TooEarly;
        }
        if (args.Contains("--seed")) await DemoRegion.SeedAsync(owner, units, TimeProvider.System, CancellationToken.None);
        return 0;
    }

    /// <summary>0 when nothing was asked; null when what was asked is no number of units.</summary>
    public static int? UnitsOf(string[] args)
    {
        var option = Array.IndexOf(args, "--units");
        if (option < 0) return 0;
        var isNumber = int.TryParse(args.ElementAtOrDefault(option + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var units);
        return isNumber && units <= MostUnits && args.Contains("--seed") ? units : null;
    }

    public static Task ApplyAsync(string ownerConnectionString, string password, ILogger<Migrator> logger, CancellationToken cancellation)
    {
        var roles = new RuntimeRoles(new NpgsqlConnectionStringBuilder(ownerConnectionString).Database ?? "dispatch", password);
        return new Migrator(ownerConnectionString, roles, logger).MigrateAsync([typeof(ServiceSetup).Assembly, typeof(Migration).Assembly], cancellation);
    }
}
