using Handhaving.Dispatch.Tests.Areas;
using Handhaving.ServiceDefaults.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>Parked messages show as degraded as long as somebody has to decide about one (R9).</summary>
public sealed class ParkingCheckTests
{
    [Fact]
    public async Task Messages_that_were_replayed_or_discarded_alarm_nobody()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var owner = await database.OpenAsync();
        await using var replica = database.Replica();
        await ExecuteAsync(owner, "insert into parked_message (message_id, consumer, tenant, type, reason, text, headers, body) select gen_random_uuid(), 'c' || n, '0888', '', '', '', '{}', '' from generate_series(1, 2) n");

        Assert.Equal(HealthStatus.Degraded, await StatusAsync(replica));
        await ExecuteAsync(owner, "update parked_message set discarded_at = now(), discarded_by = 'supervisor-1', discard_reason = 'niet te lezen' where consumer = 'c1'");
        Assert.Equal(HealthStatus.Degraded, await StatusAsync(replica));
        await ExecuteAsync(owner, "update parked_message set replayed_at = now(), replayed_by = 'supervisor-1' where consumer = 'c2'");
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(replica));
    }

    private static async Task<HealthStatus> StatusAsync(ServiceDefaults.Data.Databases databases) =>
        (await new ParkingCheck(databases).CheckHealthAsync(new(), TestContext.Current.CancellationToken)).Status;

    private static async Task ExecuteAsync(NpgsqlConnection owner, string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
