using Handhaving.Dispatch.Tests.Bus.Consumers;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>A message that kills whoever takes it is parked alone, and what lay beside it is taken once (R9).</summary>
public sealed class PoisonTests
{
    private const int Neighbours = 40;

    // Eight deaths, each with the connection, which comes back after some seconds.
    private static readonly TimeSpan LongestDying = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task A_message_that_kills_its_consumer_again_and_again_is_parked_alone_and_taken_after_a_replay()
    {
        var fate = new Fate();
        await using var bench = await BusBench.StartAsync<MortalConsumer>(fate);
        for (var number = 0; number < Neighbours / 2; number++) await bench.PublishAsync("0888", Guid.CreateVersion7());
        fate.Poison = Guid.CreateVersion7();
        await bench.PublishAsync("0971", fate.Poison);
        for (var number = 0; number < Neighbours / 2; number++) await bench.PublishAsync("0888", Guid.CreateVersion7());

        await Work.EventuallyAsync(async () => await bench.AskAsync("select count(*) from parked_message") is 1L, LongestDying);
        await Work.EventuallyAsync(async () => await bench.AskAsync("select sum(count)::bigint from fact_hour") is (long)Neighbours);

        Assert.Equal($"{fate.Poison} bench 0971 DELIVERY_LIMIT urn:message:Handhaving.Events.Dispatch:IncidentClosed",
            await bench.AskAsync("select concat_ws(' ', message_id, consumer, tenant, reason, type) from parked_message"));

        fate.Heal();
        await bench.ReplayAsync(fate.Poison);

        await Work.EventuallyAsync(async () => await bench.AskAsync("select sum(count)::bigint from fact_hour where tenant = '0971'") is 1L);
        Assert.Equal((long)Neighbours, await bench.AskAsync("select sum(count)::bigint from fact_hour where tenant = '0888'"));
        Assert.Equal(1L, await bench.AskAsync("select count(*) from parked_message"));
    }
}
