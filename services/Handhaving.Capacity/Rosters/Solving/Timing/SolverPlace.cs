namespace Handhaving.Capacity.Rosters.Solving.Timing;

/// <summary>One search at a time in a replica: it takes a whole core, and others' calls are served meanwhile.</summary>
public sealed class SolverPlace(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim free = new(1);

    /// <summary>What its searches end by, and its callers hear by.</summary>
    public TimeProvider Clock => clock;

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">ROSTER_SOLVER_BUSY.</exception>
    public IDisposable Take()
    {
        SolveRules.Free.Require(free.Wait(0));
        return new Taken(free);
    }

    public void Dispose() => free.Dispose();

    private sealed class Taken(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
