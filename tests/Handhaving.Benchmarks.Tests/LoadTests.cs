using Handhaving.Benchmarks.Measuring;

namespace Handhaving.Benchmarks.Tests;

public sealed class LoadTests
{
    [Fact]
    public async Task A_stall_is_charged_to_all_that_were_due_in_it()
    {
        var stall = new TaskCompletionSource();
        var waiting = 0;

        var latencies = await OpenLoop.RunAsync(perSecond: 1000, TimeSpan.FromMilliseconds(50), async _ =>
        {
            if (Interlocked.Increment(ref waiting) == 50) stall.SetResult(); // nobody is answered before the last is due
            await stall.Task;
        }, TestContext.Current.CancellationToken);

        Assert.Equal(50, latencies.Length);
        // Each waited at least from its own due time to the last one's, however late a busy machine was beside.
        Assert.All(latencies, (latency, operation) => Assert.True(latency >= 49 - operation, $"operation {operation} waited {latency} ms"));
    }

    [Fact]
    public void Operations_are_due_evenly() => Assert.Equal(TimeSpan.FromMilliseconds(5), OpenLoop.Due(operation: 10, perSecond: 2000));

    [Fact]
    public async Task Callers_of_a_closed_loop_wait_for_their_answers()
    {
        var running = new int[4];

        var (operations, _) = await ClosedLoop.RunAsync(callers: 4, TimeSpan.FromMilliseconds(20), async (caller, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running[caller]));
            await Task.Yield();
            Interlocked.Decrement(ref running[caller]);
        }, TestContext.Current.CancellationToken);

        Assert.True(operations >= 4, $"{operations} of 4 callers");
    }

    [Fact]
    public async Task What_a_process_used_is_charged_to_the_load_itself()
    {
        var (sum, uses) = await new Watch(new Dictionary<string, int>()).FollowAsync(() => Task.FromResult(Burn()));

        Assert.True(sum > 0);
        var load = Assert.Single(uses, use => use.Part == "load");
        Assert.True(load.CpuMicroseconds > 0 && load.MemoryMebibytes > 1);
    }

    // Until the kernel has charged some ticks of a hundredth of a second.
    private static long Burn()
    {
        var before = ProcessTree.OwnMicroseconds(Environment.ProcessId);
        var sum = 0L;
        while (ProcessTree.OwnMicroseconds(Environment.ProcessId) - before < 20_000) sum++;
        return sum;
    }
}
