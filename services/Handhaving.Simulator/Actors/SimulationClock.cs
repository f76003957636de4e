namespace Handhaving.Simulator.Actors;

/// <summary>The clock of the evening: runs faster than the real one, and stops holding anybody back once it drains.</summary>
public sealed class SimulationClock(TimeProvider time, double speed, CancellationToken draining)
{
    private readonly long started = time.GetTimestamp();

    /// <summary>Simulated time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(started) * speed;

    /// <summary>True once the evening is over or was stopped: no new work, open work is finished at once.</summary>
    public bool Draining => draining.IsCancellationRequested;

    /// <summary>The real time.</summary>
    public TimeProvider Time => time;

    /// <summary>The real moment that lies this much simulated time back.</summary>
    public DateTimeOffset RealTimeBefore(TimeSpan simulated) => time.GetUtcNow() - (simulated / speed);

    /// <summary>Lets simulated time pass, at least so much real time; ends early when the evening drains.</summary>
    public async Task PassAsync(TimeSpan simulated, CancellationToken cancellation, TimeSpan atLeast = default)
    {
        var real = simulated / speed;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(draining, cancellation);
        try
        {
            await Task.Delay(real > atLeast ? real : atLeast, time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Draining: whoever waits goes on at once.
        }
    }

    /// <summary>Waits until this much simulated time has passed since the start; ends early when the evening drains.</summary>
    public Task UntilAsync(TimeSpan offset, CancellationToken cancellation)
    {
        var left = offset - Elapsed;
        return left > TimeSpan.Zero ? PassAsync(left, cancellation) : Task.CompletedTask;
    }
}
