using Handhaving.Dispatch.Data.Seed;
using Handhaving.ServiceDefaults;
using Handhaving.ServiceDefaults.Data;
using Npgsql;

namespace Handhaving.Dispatch.Data;

/// <summary>The migrator: brings the database to this version under the owner's login and, when asked, seeds the demo region.</summary>
public static class Migration
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        using var host = builder.Build();
        var owner = builder.Configuration.GetConnectionString("dispatch") ?? throw new InvalidOperationException("ConnectionStrings:dispatch is not configured.");
        var password = builder.Configuration["Database:Password"] ?? throw new InvalidOperationException("Database:Password is not configured.");
        await ApplyAsync(owner, password, host.Services.GetRequiredService<ILogger<Migrator>>(), CancellationToken.None);
        if (args.Contains("--seed")) await DemoRegion.SeedAsync(owner, TimeProvider.System, CancellationToken.None);
        return 0;
    }

    public static Task ApplyAsync(string ownerConnectionString, string password, ILogger<Migrator> logger, CancellationToken cancellation)
    {
        var roles = new RuntimeRoles(new NpgsqlConnectionStringBuilder(ownerConnectionString).Database ?? "dispatch", password);
        return new Migrator(ownerConnectionString, roles, logger).MigrateAsync([typeof(ServiceSetup).Assembly, typeof(Migration).Assembly], cancellation);
    }
}
