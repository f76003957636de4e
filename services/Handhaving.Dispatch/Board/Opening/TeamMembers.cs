using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Whose records a team's board holds: the team's own and those of its municipalities, as far as the caller may read them now.</summary>
public sealed class TeamMembers : IAsyncDisposable
{
    private const int AtOnce = 2; // of the many connections that commands use
    private readonly IDbContextFactory<DispatchDb> databases;
    private readonly SharedReading<BoardReach> readings;

    public TeamMembers(IDbContextFactory<DispatchDb> databases)
    {
        this.databases = databases;
        readings = new(ReadAsync, AtOnce);
    }

    /// <summary>As it is now; screens that were opened together ask together, at each heartbeat.</summary>
    internal Task<BoardReach> ReachAsync(Call call, CancellationToken cancellation) => readings.AskAsync(TenantScope.Of(call), cancellation);

    public ValueTask DisposeAsync() => readings.DisposeAsync();

    private async Task<BoardReach> ReadAsync(TenantScope scope, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(scope, cancellation);
        return await ReachAsync(scope, work, cancellation);
    }

    internal static async Task<BoardReach> ReachAsync(TenantScope scope, UnitOfWork<DispatchDb> work, CancellationToken cancellation)
    {
        var team = scope.Writes ?? throw new InvalidOperationException("A board is one team's.");
        var tenants = await work.Db.Database.SqlQuery<string>($"""
            select t.tenant as "Value" from (select {team.Value} as tenant union select code from municipality where team = {team.Value}) t
            where t.tenant = any(app_readable())
            """).ToListAsync(cancellation);
        if (tenants.Count == 0) throw new NotFound(team.Name);
        return new(team, tenants.Select(tenant => new TenantId(tenant)).ToHashSet(), scope.Restricted == RestrictedReach.All);
    }
}
