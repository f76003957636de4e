using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Handhaving.Dispatch.Areas.Import;

/// <summary>Areas of one kind that lie over each other: no map of the country means that, and a report there would have two owners.</summary>
internal static class MapOverlaps
{
    private const double Tolerance = 0.01; // of the smaller: borders are drawn coarser than they are, and cross a little

    /// <returns>What is wrong, for each two areas that overlap.</returns>
    public static IEnumerable<string> Of(IReadOnlyList<Area> areas)
    {
        var tree = new STRtree<Area>();
        foreach (var area in areas) tree.Insert(area.Shape.EnvelopeInternal, area);
        return
            from area in areas
            from other in tree.Query(area.Shape.EnvelopeInternal)
            where other.Kind == area.Kind && string.CompareOrdinal(area.Code, other.Code) < 0 && Overlap(area.Shape, other.Shape)
            orderby area.Code, other.Code
            select $"{area.Code}: it lies over {other.Code} for more than a hundredth of the smaller. Check that the file is one map of one year, and export it again.";
    }

    private static bool Overlap(Geometry one, Geometry other)
    {
        var most = Tolerance * Math.Min(one.Area, other.Area);
        return one.EnvelopeInternal.Intersection(other.EnvelopeInternal).Area > most && OverlayNGRobust.Overlay(one, other, SpatialFunction.Intersection).Area > most;
    }
}
