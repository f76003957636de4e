namespace Handhaving.Simulator.Actors;

/// <summary>The clock of the evening: runs faster than the real one, and stops holding anybody back once it drains.</summary>
public sealed class SimulationClock(TimeProvider time, double speed, CancellationToken draining)
{
    private readonly long started = time.GetTimestamp();

    /// <summary>Simulated time since the start.</summary>
    public TimeSpan Elapsed => RealElapsed * speed;

    /// <summary>Real time since the start.</summary>
    public TimeSpan RealElapsed => time.GetElapsedTime(started);

    /// <summary>True once the evening is over or was stopped: no new work, open work is finished at once.</summary>
    public bool Draining => draining.IsCancellationRequested;

    /// <summary>The real time.</summary>
    public TimeProvider Time => time;

    /// <summary>The real moment that lies this much simulated time back.</summary>
    public DateTimeOffset RealTimeBefore(TimeSpan simulated) => time.GetUtcNow() - (simulated / speed);

    /// <summary>Lets simulated time pass; ends early when the evening drains.</summary>
    public Task PassAsync(TimeSpan simulated, CancellationToken cancellation) => PassAsync(simulated, TimeSpan.Zero, cancellation);

    /// <summary>Lets simulated time pass, at least so much real time; ends early when the evening drains.</summary>
    public Task PassAsync(TimeSpan simulated, TimeSpan atLeast, CancellationToken cancellation)
    {
        var real = simulated / speed;
        return PassRealAsync(real > atLeast ? real : atLeast, cancellation);
    }

    /// <summary>Lets real time pass; ends early when the evening drains.</summary>
    public async Task PassRealAsync(TimeSpan real, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(draining, cancellation);
        try
        {
            await Task.Delay(real, time, either.Token);
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
