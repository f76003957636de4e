using Handhaving.Dispatch.Tests.Bus.Consumers;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>A process whose start failed ends around a bus that still takes messages.</summary>
public sealed class EndingProcessTests
{
    private const int Facts = 5;

    [Fact]
    public async Task A_message_that_meets_an_ending_process_goes_back_to_its_queue_and_is_taken_once()
    {
        var end = new ProcessEnd { HasCome = true };
        await using var bench = await BusBench.StartAsync<EndingConsumer>(end);
        for (var number = 0; number < Facts; number++) await bench.PublishAsync("0888", Guid.CreateVersion7());
        await Work.EventuallyAsync(() => Task.FromResult(end.Met >= Facts));

        end.HasCome = false;

        await Work.EventuallyAsync(async () => await bench.AskAsync("select sum(count)::bigint from fact_hour") is (long)Facts);
        Assert.Equal(0L, await bench.AskAsync("select count(*) from parked_message"));
    }
}
