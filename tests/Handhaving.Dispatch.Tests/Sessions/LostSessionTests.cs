using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Sessions;

/// <summary>A session that the server ends in the middle of a use case: nothing is written and the caller may ask again.</summary>
public sealed class LostSessionTests(DispatchRegion region)
{
    [Fact]
    public async Task A_transaction_that_ended_with_its_session_is_a_failure_that_passes()
    {
        await using var db = new DispatchDb(new DbContextOptionsBuilder<DispatchDb>().UseNpgsql(region.ServiceConnectionString).UseSnakeCaseNamingConvention().Options);
        await using var work = await db.BeginAsync(TenantScope.Of(new TenantId("0888")), TestContext.Current.CancellationToken);
        await region.OwnerAsync("select pg_terminate_backend($1)", work.Connection.ProcessID);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => work.LockAsync(["a"], TestContext.Current.CancellationToken));

        Assert.Throws<NpgsqlException>(work.Batch);
    }
}
