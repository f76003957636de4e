using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Data.Seed;

/// <summary>How many units the demo region has, and where those beyond the first three of an owner wait: in the districts of their owner in turn.</summary>
internal sealed class DemoFleet
{
    /// <summary>Units of each owner, a municipality or a team, when nobody asks for more.</summary>
    public const int UsualUnitsPerOwner = 3;

    private readonly ILookup<string, Point> districts;

    private DemoFleet(int unitsPerOwner, ILookup<string, Point> districts) => (UnitsPerOwner, this.districts) = (unitsPerOwner, districts);

    /// <summary>Units of each owner.</summary>
    public int UnitsPerOwner { get; }

    /// <summary>At least so many units in all, evenly over the owners; never fewer than usual.</summary>
    public static async Task<DemoFleet> OfAsync(int units, CancellationToken cancellation)
    {
        var owners = DemoData.Teams.Sum(team => 1 + team.Municipalities.Count);
        var areas = await DemoAreas.ReadAsync(cancellation);
        var districts = areas.Where(area => area.Kind is AreaKind.District).ToLookup(area => area.Municipality, InsideOf);
        return new(Math.Max(UsualUnitsPerOwner, (int)Math.Ceiling(units / (double)owners)), districts);
    }

    /// <summary>Where the n-th unit waits, from 1; the municipalities are those of its owner.</summary>
    public Point HomeOf(int unit, IReadOnlyList<DemoTown> municipalities)
    {
        List<Point> places = [.. municipalities.SelectMany(town => districts[town.Code])];
        return places[(unit - 1) % places.Count];
    }

    private static Point InsideOf(Area district)
    {
        var inside = district.Shape.InteriorPoint;
        return new(inside.Y, inside.X);
    }
}
