using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Areas;

/// <summary>The map that holds now. It is replaced as a whole: a question sees one version, never a mixture.</summary>
public sealed class AreaIndex
{
    private volatile AreaMap current = AreaMap.Empty;

    public AreaMap Current => current;

    /// <inheritdoc cref="AreaMap.Locate"/>
    public LocatedArea? Locate(Point point) => current.Locate(point);

    public void Replace(AreaMap map) => current = map;
}
