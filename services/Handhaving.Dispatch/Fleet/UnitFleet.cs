using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Fleet;

/// <summary>All units on duty of the platform in memory, found by where they are. Any number of threads look, one at a time changes it.</summary>
/// <remarks>Whose units a caller gets is not decided here.</remarks>
public sealed class UnitFleet : IDisposable
{
    private readonly UnitPositions positions;
    private readonly FleetState state = new();
    private readonly ReaderWriterLockSlim gate = new();

    public UnitFleet(UnitPositions positions)
    {
        this.positions = positions;
        positions.Moved += Move;
    }

    /// <summary>Puts units in the state given; those of the names that are not among them are off duty.</summary>
    public void Replace(IEnumerable<UnitName> names, IEnumerable<FleetUnit> found) => Change(() =>
    {
        var gone = names.ToHashSet();
        foreach (var unit in found)
        {
            gone.Remove(unit.Unit.Name);
            state.Put(unit, positions.LastOf(unit.Unit.Name));
        }
        foreach (var name in gone) state.Remove(name);
    });

    /// <summary>Puts exactly these units.</summary>
    public void ReplaceAll(IReadOnlyCollection<FleetUnit> all) => Replace(Look(DateTimeOffset.MinValue, fleet => fleet.Names.ToList()), all);

    /// <summary>Lets somebody look, while nothing changes.</summary>
    internal T Look<T>(DateTimeOffset now, Func<FleetState, T> look)
    {
        if (now.UtcTicks > state.NextStaleTicks) Change(() => state.SendStaleHome(now));
        gate.EnterReadLock();
        try
        {
            return look(state);
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    public void Dispose()
    {
        positions.Moved -= Move;
        gate.Dispose();
    }

    private void Move(UnitName unit, Fix fix) => Change(() => state.Move(unit, fix));

    private void Change(Action change)
    {
        gate.EnterWriteLock();
        try
        {
            change();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }
}
