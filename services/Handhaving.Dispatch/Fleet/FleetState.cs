using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Fleet;

/// <summary>What the index holds: each unit at a place of its own number, and in the cell of the grid where it is. For one thread that changes, or many that look.</summary>
internal sealed class FleetState
{
    private readonly UnitGrid grid = new();
    private readonly Dictionary<UnitName, int> places = [];
    private readonly Stack<int> holes = [];
    private readonly Dictionary<TenantId, int> owned = [];
    private readonly Dictionary<string, int> free = [];
    private FleetUnit?[] units = new FleetUnit?[64];
    private Fix?[] fixes = new Fix?[64];
    private PointBox? box;
    private long nextStaleTicks = long.MaxValue;

    /// <summary>Rises with each change of a unit, not with its moves.</summary>
    public long Version { get; private set; }

    public int Count => places.Count;

    public IEnumerable<UnitName> Names => places.Keys;

    /// <summary>No position that is fresh now turns stale before this, in UTC; may be read while something changes.</summary>
    public long NextStaleTicks => Volatile.Read(ref nextStaleTicks);

    public int CountOf(TenantId owner) => owned.GetValueOrDefault(owner);

    /// <summary>Units at home in an area that nothing holds.</summary>
    public int FreeIn(string area) => free.GetValueOrDefault(area);

    /// <summary>Metres beyond which no unit is from a point.</summary>
    public double FarthestMeters(Point point) => box?.FarthestMeters(point) ?? 0;

    public FleetUnit? Find(UnitName name) => places.TryGetValue(name, out var place) ? units[place] : null;

    /// <summary>The unit at a place where a visit found it, as long as <see cref="Version"/> is the same.</summary>
    public (FleetUnit Unit, Fix? Fix) At(int place) => (units[place] ?? throw new ArgumentOutOfRangeException(nameof(place), place, "No unit is there."), fixes[place]);

    public void VisitAll(Action<int, FleetUnit, Fix?> visit)
    {
        for (var place = 0; place < units.Length; place++)
            if (units[place] is { } unit) visit(place, unit, fixes[place]);
    }

    /// <summary>Visits units from near to far, ring by ring, until it is enough.</summary>
    /// <param name="isEnough">Asked after each ring, with a distance that no unit not visited yet is nearer than, in metres.</param>
    public void VisitNear(Point centre, Action<int, FleetUnit, Fix?> visit, Func<double, bool> isEnough)
    {
        var last = UnitGrid.LastRing(centre);
        for (var ring = 0; ring <= last; ring++)
        {
            grid.VisitRing(centre, ring, place =>
            {
                if (units[place] is { } unit) visit(place, unit, fixes[place]);
            });
            if (isEnough(ring * UnitGrid.CellMeters)) return;
        }
    }

    public void Put(FleetUnit unit, Fix? fix)
    {
        var name = unit.Unit.Name;
        if (places.TryGetValue(name, out var place)) Register(units[place], -1);
        else places[name] = place = holes.TryPop(out var hole) ? hole : places.Count;
        if (place >= units.Length)
        {
            Array.Resize(ref units, 2 * units.Length);
            Array.Resize(ref fixes, units.Length);
        }
        (units[place], fixes[place]) = (unit, null);
        Register(unit, 1);
        grid.Put(place, unit.Unit.Home);
        box = PointBox.Around(box, unit.Unit.Home);
        Place(place, unit, fix);
        Version++;
    }

    public void Remove(UnitName name)
    {
        if (!places.Remove(name, out var place)) return;
        Register(units[place], -1);
        (units[place], fixes[place]) = (null, null);
        grid.Remove(place);
        holes.Push(place);
        Version++;
    }

    public void Move(UnitName name, Fix fix)
    {
        if (places.TryGetValue(name, out var place) && units[place] is { } unit) Place(place, unit, fix);
    }

    /// <summary>Units whose position turned stale count from home.</summary>
    public void SendStaleHome(DateTimeOffset now)
    {
        Volatile.Write(ref nextStaleTicks, long.MaxValue);
        for (var place = 0; place < units.Length; place++)
            if (units[place] is { } unit && fixes[place] is { } fix)
                if (FleetUnit.IsFresh(fix, now)) Expect(fix);
                else grid.Put(place, unit.Unit.Home);
    }

    // What was measured before its duty is nobody's business, and is shown nowhere.
    private void Place(int place, FleetUnit unit, Fix? fix)
    {
        if (fix is null || fix.At < unit.Unit.SignedOnAt || fix.At < fixes[place]?.At) return;
        fixes[place] = fix;
        grid.Put(place, fix.Point);
        box = PointBox.Around(box, fix.Point);
        Expect(fix);
    }

    // One that is old already is sent home at the next look.
    private void Expect(Fix fix)
    {
        var stale = (fix.At + FleetUnit.StaleAfter).UtcTicks;
        if (stale < nextStaleTicks) Volatile.Write(ref nextStaleTicks, stale);
    }

    private void Register(FleetUnit? unit, int step)
    {
        if (unit is null) return;
        owned[unit.Owner] = owned.GetValueOrDefault(unit.Owner) + step;
        if (unit.IsFree) free[unit.HomeArea] = free.GetValueOrDefault(unit.HomeArea) + step;
    }
}
