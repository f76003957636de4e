using System.Text.Json;
using Handhaving.Dispatch.Tests.Bus.Consumers;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>What a broker that was away left in the outbox leaves it soon, however much it is.</summary>
public sealed class BacklogTests
{
    private const int Facts = 4_000;
    private const int PerIncident = 8;

    [Fact]
    public async Task A_long_backlog_leaves_the_outbox_and_each_fact_counts_once()
    {
        await using var bench = await BusBench.PrepareAsync<PatientConsumer>(new object());
        var body = JsonSerializer.Serialize(new IncidentClosed("municipalities/0888/incidents/1", "0888", 1, DateTimeOffset.UtcNow), MessageJson.Options);
        await bench.AskAsync("""
            insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body)
            select gen_random_uuid(), '0888', 'municipalities/0888/incidents/' || n / $1, n % $1 + 1, $2, $3 from generate_series(0, $4 - 1) n
            """, PerIncident, $"{typeof(IncidentClosed)}", body, Facts);

        await bench.StartAsync();

        await Work.EventuallyAsync(async () => await bench.AskAsync("select count(*) from outbox where sent_at is null") is 0L);
        await Work.EventuallyAsync(async () => await bench.AskAsync("select sum(count)::bigint from fact_hour") is (long)Facts);
        Assert.Equal(0L, await bench.AskAsync("select count(*) from parked_message"));
    }
}
