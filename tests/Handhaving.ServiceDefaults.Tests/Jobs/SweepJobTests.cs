using Handhaving.ServiceDefaults.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Jobs;

/// <summary>A job that does what is due, and what it does with an item that cannot be done.</summary>
public sealed class SweepJobTests
{
    // What happens to the second of three items, and whether the third is done all the same.
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new FormatException("a row that cannot be read"), true },
        { new PostgresException("violates check constraint", "ERROR", "ERROR", PostgresErrorCodes.CheckViolation), true },
        { new PostgresException("canceling statement due to lock timeout", "ERROR", "ERROR", PostgresErrorCodes.LockNotAvailable), true },
        { new InvalidOperationException("likely transient", new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected)), true },
        { new PostgresException("terminating connection", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown), false },
        { new NpgsqlException("connection refused"), false },
        { new InvalidOperationException("likely transient", new NpgsqlException("connection refused")), false },
        { new DbUpdateException("not saved", new NpgsqlException("connection reset")), false },
    };

    [Theory, MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task An_item_that_fails_stops_neither_its_neighbours_nor_the_next_turn_and_a_database_that_is_away_ends_the_turn(Exception failure, bool goesOn)
    {
        var clock = new FakeTimeProvider();
        using var job = new Countdown(clock, failure);
        await job.StartAsync(TestContext.Current.CancellationToken);

        // Its timer stands some moment after the start: the clock ticks until two turns are over.
        while (job.Turns < 3)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(goesOn ? [1, 3, 1, 3] : [1, 1], job.Done.Take(goesOn ? 4 : 2));
        Assert.False(job.ExecuteTask?.IsFaulted);
        await job.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Countdown(TimeProvider clock, Exception failure) : SweepJob(TimeSpan.FromSeconds(1), clock, NullLogger.Instance)
    {
        private int turns;

        public List<int> Done { get; } = [];

        public int Turns => Volatile.Read(ref turns);

        public override async Task SweepAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref turns);
            await EachAsync([1, 2, 3], item =>
            {
                if (item == 2) throw failure;
                Done.Add(item);
                return Task.CompletedTask;
            });
        }
    }
}
