using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>The migrator of a service: brings its database to this version under the owner's login, as a program or within a test.</summary>
/// <param name="Service">Name of the service: of its connection string, and the class of objects that a sharing grant must name.</param>
/// <param name="Scripts">Where its SQL files are embedded.</param>
public sealed record MigrationRun(string Service, Assembly Scripts)
{
    private const int TooEarly = 3;

    /// <param name="seed">What to do with the owner's connection string when <c>--seed</c> is asked for.</param>
    /// <returns>0, or 3 when replicas are connected that still need what would be taken away.</returns>
    public async Task<int> RunAsync(string[] args, Func<string, Task> seed)
    {
        var builder = Host.CreateApplicationBuilder(args);
        using var host = builder.Build();
        var owner = builder.Configuration.GetConnectionString(Service) ?? throw new InvalidOperationException($"ConnectionStrings:{Service} is not configured.");
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
        if (args.Contains("--seed")) await seed(owner);
        return 0;
    }

    public Task ApplyAsync(string ownerConnectionString, string password, ILogger<Migrator> logger, CancellationToken cancellation)
    {
        var roles = new RuntimeRoles(new NpgsqlConnectionStringBuilder(ownerConnectionString).Database ?? Service, password) { SharedClass = Service };
        return new Migrator(ownerConnectionString, roles, logger).MigrateAsync([typeof(ServiceSetup).Assembly, Scripts], cancellation);
    }
}
