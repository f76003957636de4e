namespace Handhaving.Capacity.Queueing.Hypercubes;

/// <summary>What becomes of a call that finds all units busy.</summary>
public enum FullRegion
{
    /// <summary>It waits, first come first served, for the first unit that comes free.</summary>
    CallsWait,

    /// <summary>It is lost to these units: somebody else takes it.</summary>
    CallsAreLost,
}
