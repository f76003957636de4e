using Handhaving.ServiceDefaults.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Jobs;

/// <summary>A job that does what is due, and what it does with an item that cannot be done.</summary>
public sealed class SweepJobTests
{
    [Fact]
    public async Task An_item_that_fails_by_a_defect_stops_neither_its_neighbours_nor_the_next_turn()
    {
        var clock = new FakeTimeProvider();
        using var job = new Countdown(clock);
        await job.StartAsync(TestContext.Current.CancellationToken);

        // Its timer stands some moment after the start: the clock ticks until two turns were taken.
        while (job.Turns < 2)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal([1, 3, 1, 3], job.Done.Take(4));
        Assert.False(job.ExecuteTask?.IsFaulted);
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Countdown(TimeProvider clock) : SweepJob(TimeSpan.FromSeconds(1), clock, NullLogger.Instance)
    {
        private int turns;

        public List<int> Done { get; } = [];

        public int Turns => Volatile.Read(ref turns);

        public override async Task SweepAsync(CancellationToken cancellation)
        {
            await EachAsync([1, 2, 3], item =>
            {
                if (item == 2) throw new FormatException("a row that cannot be read");
                Done.Add(item);
                return Task.CompletedTask;
            });
            Interlocked.Increment(ref turns);
        }
    }
}
