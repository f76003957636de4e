using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Board;

/// <summary>A row of the feed as a change on the board; null for what no screen shows.</summary>
internal static class BoardDeltas
{
    public static V1.BoardDelta? Of(FeedRow row) => (BoardKind)row.Kind switch
    {
        BoardKind.UnitOffDuty => new() { Removed = row.Subject, RemovalReason = V1.RemovalReason.OffDuty },
        BoardKind.Unit => new() { Item = V1.BoardItem.Parser.ParseFrom(row.Body) },
        BoardKind.UnitStatus => new() { Item = V1.BoardItem.Parser.ParseFrom(row.Body), UpdateMask = new() { Paths = { "unit.availability", "unit.assignment" } } },
        BoardKind.Incident => OfIncident(row),
        _ => null, // a canary, or what a later version that runs beside this one wrote for its own screens
    };

    private static V1.BoardDelta OfIncident(FeedRow row)
    {
        var item = V1.BoardItem.Parser.ParseFrom(row.Body);
        return item.Incident.State is V1.IncidentState.Closed ? new() { Item = item, Removed = row.Subject, RemovalReason = V1.RemovalReason.Closed } : new() { Item = item };
    }
}
