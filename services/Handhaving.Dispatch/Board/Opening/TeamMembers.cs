using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Whose records a team's board holds: the team's own and those of its municipalities, as far as the caller may read them now.</summary>
public sealed class TeamMembers(IDbContextFactory<DispatchDb> databases)
{
    internal async Task<BoardReach> ReachAsync(Call call, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        return await ReachAsync(call, work, cancellation);
    }

    internal static async Task<BoardReach> ReachAsync(Call call, UnitOfWork<DispatchDb> work, CancellationToken cancellation)
    {
        var team = call.Owner;
        var tenants = await work.Db.Database.SqlQuery<string>($"""
            select t.tenant as "Value" from (select {team.Value} as tenant union select code from municipality where team = {team.Value}) t
            where t.tenant = any(app_readable())
            """).ToListAsync(cancellation);
        if (tenants.Count == 0) throw new NotFound(team.Name);
        return new(team, tenants.Select(tenant => new TenantId(tenant)).ToHashSet(), call.Restricted == RestrictedReach.All);
    }
}
