using Handhaving.Capacity.Data.Seed;
using Handhaving.ServiceDefaults.Data;

namespace Handhaving.Capacity.Data;

/// <summary>The migrator: brings the database to this version and, when asked (`--seed`), gives the demo region strength for the weeks to come.</summary>
public static class Migration
{
    public static MigrationRun Run { get; } = new("capacity", typeof(Migration).Assembly);

    public static Task<int> RunAsync(string[] args) => Run.RunAsync(args, owner => DemoStrength.SeedAsync(owner, TimeProvider.System, CancellationToken.None));
}
